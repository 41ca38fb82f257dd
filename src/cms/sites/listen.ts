import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { ContentVersions } from './content-versions';
import { CONTENT_CHANNEL } from './queries';

/**
 * Learn of changes that other processes make. A connection of its own, since LISTEN belongs to a session;
 * when it is lost, everything kept is forgotten and the connection is made again until `stop`.
 */
export function listenForChanges(url: string, versions: ContentVersions): { ready: Promise<void>; stop(): Promise<void> } {
  const listener = new Listener(url, versions);
  return { ready: listener.open(), stop: () => listener.stop() };
}

class Listener {
  private client: Client | undefined;
  private stopped = false;

  constructor(private readonly url: string, private readonly versions: ContentVersions) {}

  async open(): Promise<void> {
    const client = new Client({ connectionString: this.url, connectionTimeoutMillis: 3_000, keepAlive: true, application_name: 'plenary listener' });
    this.client = client;
    client.on('error', () => undefined); // 'end' follows
    client.on('notification', ({ payload: text }) => this.learn(text));
    await client.connect();
    await client.query(`listen ${CONTENT_CHANNEL}`);
    client.on('end', () => void this.reopen());
    this.versions.startOver();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.client?.end().catch(() => undefined);
  }

  /** What we cannot read, somebody else may understand: then nothing kept can be trusted. */
  private learn(text: string | undefined): void {
    const told = /^(\d{1,9}) (\d{1,10}) (\d{1,15})$/.exec(text ?? '');
    if (told) this.versions.learn(Number(told[1]), Number(told[2]), new Date(Number(told[3])));
    else this.versions.startOver();
  }

  private async reopen(): Promise<void> {
    while (!this.stopped) {
      try {
        return await this.open();
      } catch {
        await this.client?.end().catch(() => undefined);
        await pause(1_000);
      }
    }
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { z } from 'zod';
import type { ContentVersions } from './content-versions';
import { CONTENT_CHANNEL } from './queries';

const payload = z.object({ siteId: z.number().int(), version: z.number().int() });

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
    const client = new Client({ connectionString: this.url, connectionTimeoutMillis: 3_000, application_name: 'plenary listener' });
    this.client = client;
    client.on('error', () => undefined); // 'end' follows
    client.on('notification', ({ payload: text }) => this.learn(text));
    await client.connect();
    client.on('end', () => void this.reopen());
    await client.query(`listen ${CONTENT_CHANNEL}`);
    this.versions.startOver();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.client?.end().catch(() => undefined);
  }

  private learn(text: string | undefined): void {
    const { siteId, version } = payload.parse(JSON.parse(text ?? '{}'));
    this.versions.learn(siteId, version);
  }

  private async reopen(): Promise<void> {
    while (!this.stopped) {
      try {
        return await this.open();
      } catch {
        await pause(1_000);
      }
    }
  }
}

import { Client } from 'pg';
import { Refusal } from '../refusal';

const OLDEST = 15;

/** What the database server says about itself. */
export interface ServerFacts {
  /** How far its clock is ahead of `now`, in milliseconds. */
  clockAhead: number;
}

/**
 * Ask the server whether it is there and will do.
 * @throws Refusal that says what is wrong with it, without the password in the address.
 */
export async function checkServer(url: string, now: () => Date): Promise<ServerFacts> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; clock: Date }>(
      `select current_setting('server_version_num')::integer / 10000 as version, clock_timestamp() as clock`,
    );
    const [facts] = rows;
    if (!facts || facts.version < OLDEST) throw new Refusal(`${describe(url)} is PostgreSQL ${facts?.version ?? '?'}, and Plenary needs ${OLDEST} or newer.`);
    return { clockAhead: facts.clock.getTime() - now().getTime() };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${describe(url)} cannot be reached: ${reason(error as NodeJS.ErrnoException)}.`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function describe(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `The database ${pathname.slice(1)} at ${hostname}:${port || 5432}`;
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'there is no such host',
  '28P01': 'the name or the password is wrong',
  '28000': 'this user may not connect',
  '3D000': 'it does not exist',
  '53300': 'it has too many connections',
  '57P03': 'it is still starting',
};

function reason({ code, message }: NodeJS.ErrnoException): string {
  return REASONS[code ?? ''] ?? message.replace(/\.$/, '');
}

import { Client } from 'pg';
import { Refusal } from '../platform/refusal';

/** Any number, the same in every version of the program; the second part is the source's. */
const IMPORTING = 7_331_003;

/**
 * Do something that must not be done twice at once, over all processes. The lock belongs to a session of its own, so it is free
 * again the moment its holder dies. @throws Refusal when somebody else is at it
 */
export async function whileImporting<Result>(url: string, source: number, work: () => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: 'plenary import', keepAlive: true });
  client.on('error', () => undefined); // then work's own connection fails as well, and says why
  await client.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1, $2) as mine', [IMPORTING, source]);
    if (!rows[0]?.mine) throw new Refusal('The same import is running already, perhaps in another process.');
    return await work();
  } finally {
    await client.end().catch(() => undefined);
  }
}

import { Client } from 'pg';

/** Any number, the same in every version of the program. */
const PREPARING = 7_331_001;

/**
 * Do something while no other process does: the others wait, without a time limit. The lock belongs to a session of its
 * own, so it is free again the moment its holder dies, however it dies.
 */
export async function whilePreparing<Result>(url: string, work: () => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: 'plenary preparation', keepAlive: true });
  client.on('error', () => undefined); // then work's own connections fail as well, and say why
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [PREPARING]);
    return await work();
  } finally {
    await client.end().catch(() => undefined);
  }
}

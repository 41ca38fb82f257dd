import type { Db } from '../../src/platform/db/connect';

/** How PostgreSQL would answer the first statement that some work sends. */
export async function planOf(db: Db, work: (db: Db) => Promise<unknown>): Promise<string> {
  const sent: { sql: string; bindings: readonly unknown[] }[] = [];
  const listen = (statement: { sql: string; bindings: readonly unknown[] }): void => { sent.push(statement); };
  db.on('query', listen);
  await work(db);
  db.off('query', listen);
  const client = await db.client.acquireConnection() as { query(text: string, values: readonly unknown[]): Promise<{ rows: Record<string, string>[] }> };
  try {
    return (await client.query(`explain ${sent[0]!.sql}`, sent[0]!.bindings)).rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    await db.client.releaseConnection(client);
  }
}

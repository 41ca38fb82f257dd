import { getRevisionFacts, listComparedRevisions, listRevisions } from '../../../src/cms/history/revision-queries';
import type { Db } from '../../../src/platform/db/connect';

/** What PostgreSQL would do for the list of a page's revisions, its counts, and two of them. */
export async function plansOf(db: Db, pageId: number): Promise<string> {
  return explained(db, async () => {
    await listRevisions(db, pageId, { before: null, limit: 26 });
    await getRevisionFacts(db, pageId, 50_000);
    await listComparedRevisions(db, pageId, { older: null, newer: 3 });
  });
}

/** The plans of all statements that `work` sends. */
export async function explained(db: Db, work: () => Promise<unknown>): Promise<string> {
  const statements: { sql: string; bindings: readonly unknown[] }[] = [];
  const listen = ({ sql, bindings }: { sql: string; bindings: readonly unknown[] }): void => { statements.push({ sql, bindings }); };
  db.on('query', listen);
  await work();
  db.off('query', listen);
  const client = await db.client.acquireConnection() as { query(text: string, values: readonly unknown[]): Promise<{ rows: Record<string, string>[] }> };
  try {
    const plans: string[] = [];
    for (const { sql, bindings } of statements) plans.push((await client.query(`explain ${sql}`, bindings)).rows.map((row) => row['QUERY PLAN']).join('\n'));
    return plans.join('\n');
  } finally {
    await db.client.releaseConnection(client);
  }
}

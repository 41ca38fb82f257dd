import type { Knex } from 'knex';

/** How many statements `work` sends to the database through this connection. */
export async function countQueries(db: Knex, work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const onQuery = (): void => { count += 1; };
  db.on('query', onQuery);
  try {
    await work();
  } finally {
    db.off('query', onQuery);
  }
  return count;
}

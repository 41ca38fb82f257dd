import type { Db } from '../../platform/db/connect';

/** Every term, and when it changed last. */
export async function listTermChanges(db: Db): Promise<{ key: string; changed: Date }[]> {
  return db('snippets').where('type', 'term').orderBy('key').select<{ key: string; changed: Date }[]>('key', 'updatedAt as changed');
}

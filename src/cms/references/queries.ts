import type { Db } from '../../platform/db/connect';
import type { Reference } from './uri';

/** Rule 2: derived from live content, so that "used by" is a look-up. Replaces what the page referred to before. */
export async function replacePageReferences(trx: Db, pageId: number, references: readonly Reference[]): Promise<void> {
  await trx('pageReferences').where('pageId', pageId).del();
  const rows = references.map(({ kind, key, fragment }, position) => ({ pageId, position, kind, key, fragment }));
  if (rows.length > 0) await trx.batchInsert('pageReferences', rows);
}

/** Pages whose live content refers to something, for instance ('image', '9'). */
export async function listPagesReferringTo(db: Db, kind: string, key: string): Promise<number[]> {
  const rows = await db('pageReferences').where({ kind, key }).distinct<{ pageId: number }[]>('pageId').orderBy('pageId');
  return rows.map(({ pageId }) => pageId);
}

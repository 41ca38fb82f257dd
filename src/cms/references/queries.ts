import type { Db } from '../../platform/db/connect';
import type { Reference } from './uri';

/** Rule 2: derived from live content, so that "used by" is a look-up. Replaces what the page referred to before. */
export async function replacePageReferences(trx: Db, pageId: number, references: readonly Reference[]): Promise<void> {
  await trx('pageReferences').where('pageId', pageId).del();
  const rows = references.map(({ kind, key, fragment }, position) => ({ pageId, position, kind, key, fragment }));
  if (rows.length > 0) await trx.batchInsert('pageReferences', rows);
}

export async function deletePageReferences(trx: Db, pageIds: readonly number[]): Promise<void> {
  await trx('pageReferences').whereIn('pageId', [...pageIds]).del();
}

/**
 * Pages whose live content refers to something, for instance ('image', '9'): "used by". Pages in the trash keep their rows,
 * so that restoring them needs no second derivation, but they use nothing.
 */
export async function listPagesReferringTo(db: Db, kind: string, key: string): Promise<number[]> {
  const rows = await db('pageReferences as r').join('pages as p', 'p.id', 'r.pageId').where({ 'r.kind': kind, 'r.key': key, 'p.ancestorTrashed': false })
    .whereNull('p.trashedAt').distinct<{ pageId: number }[]>('r.pageId').orderBy('r.pageId');
  return rows.map(({ pageId }) => pageId);
}

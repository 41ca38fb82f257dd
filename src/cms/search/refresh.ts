import type { Db } from '../../platform/db/connect';
import type { ReferenceKind } from '../reference-kind';
import { deleteVanished, replaceSearchWords, upsertFromKind } from './index-queries';

/**
 * What the search knows of the targets of one kind, written anew from their tables: of these keys, or of all. Those that
 * are no longer there go. For the transaction that changes them: an import, a seed, an edit. Kinds that are not searched are left alone.
 */
export async function refreshSearchDocuments(trx: Db, { kind, search }: ReferenceKind, keys: readonly string[] | 'all'): Promise<void> {
  if (!search || search.sql === null || keys.length === 0) return;
  const only = keys === 'all' ? null : [...keys];
  await upsertFromKind(trx, kind, { sql: search.sql, collection: search.inCollections ? 's.collection_id' : 'null::integer' }, only);
  await deleteVanished(trx, kind, search.sql, only);
}

/** The same for every kind that is registered. */
export async function refreshAllKinds(trx: Db, kinds: ReadonlyMap<string, ReferenceKind>): Promise<void> {
  for (const kind of kinds.values()) await refreshSearchDocuments(trx, kind, 'all');
}

/** Everything that the search knows besides the pages, which publishing writes: after a seed. */
export async function rebuildSearch(db: Db, kinds: ReadonlyMap<string, ReferenceKind>, now: Date): Promise<void> {
  await db.transaction(async (trx) => {
    await refreshAllKinds(trx, kinds);
    await replaceSearchWords(trx, now);
  });
}

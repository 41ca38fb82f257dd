import type { Db } from '../../platform/db/connect';
import type { PageRow } from './queries';

/** The queries that change or read a whole subtree: one statement each, whatever its size. */

/** All that the tree says about a page and what is below it follows from these two. */
export interface TreePlace {
  readonly ancestorIds: readonly number[];
  readonly path: string;
}

const PLACE_SUBTREE = `
  update pages p set
    path = :newPath || substr(p.path, :oldLength),
    ancestor_ids = :ancestorIds::int[] || p.ancestor_ids[:depth : ],
    (effective_access, gate_id) = (
      select coalesce((array_agg(a.access order by array_position('{password,signed-in}', a.access) desc))[1], 'public'),
        (array_agg(a.id order by array_position(:ancestorIds::int[] || p.ancestor_ids[:depth : ] || p.id, a.id) desc))[1]
      from pages a where a.id = any(:ancestorIds::int[] || p.ancestor_ids[:depth : ] || p.id) and a.access <> 'public'
    ),
    updated_at = :now
  where p.id = :id or p.ancestor_ids @> array[:id::int]
  returning p.id`;

/**
 * The page and everything below it, also what is in the trash, stand at the new place: paths, ancestors, and the strictest
 * access from there down. Gives their ids.
 */
export async function placeSubtree(trx: Db, page: PageRow, { ancestorIds, path }: TreePlace, now: Date): Promise<number[]> {
  const result = await trx.raw<{ rows: { id: number }[] }>(PLACE_SUBTREE, {
    id: page.id, ancestorIds: [...ancestorIds], newPath: path, oldLength: page.path.length + 1, depth: page.ancestorIds.length + 1, now,
  });
  return result.rows.map(({ id }) => id);
}

const LIVE_IN_SUBTREE = `
  select id from pages
  where (id = :id or ancestor_ids @> array[:id::int]) and live_revision_id is not null and trashed_at is null and not ancestor_trashed
  order by id`;

/** The page, if it is public, and the public ones below it. */
export async function listLiveInSubtree(db: Db, id: number): Promise<number[]> {
  const result = await db.raw<{ rows: { id: number }[] }>(LIVE_IN_SUBTREE, { id });
  return result.rows.map((row) => row.id);
}

/** One that somebody locked, among those that stand below a page. */
export async function findLockedBelow(db: Db, id: number): Promise<{ title: string } | undefined> {
  return db('pages').whereRaw('ancestor_ids @> array[?::int]', [id]).whereNotNull('lockedAt').orderBy('path').first<{ title: string } | undefined>('title');
}

/** Whether each page below has anything above it in the trash: after a page went there, or came back. */
const INHERIT_TRASH = `
  update pages p set ancestor_trashed = above.trashed, updated_at = :now
  from (
    select d.id, exists (select from pages a where a.id = any(d.ancestor_ids) and a.trashed_at is not null) as trashed
    from pages d where d.ancestor_ids @> array[:id::int]
  ) above
  where p.id = above.id and p.ancestor_trashed <> above.trashed
  returning p.id`;

/** Gives the ids of the pages that followed: a page that was in the trash on its own account stays there. */
export async function inheritTrash(trx: Db, id: number, now: Date): Promise<number[]> {
  const result = await trx.raw<{ rows: { id: number }[] }>(INHERIT_TRASH, { id, now });
  return result.rows.map((row) => row.id);
}

/** Siblings from a position on move one further, so that a page may stand there. */
export async function makeRoom(trx: Db, parentId: number, position: number, exceptId: number): Promise<void> {
  await trx('pages').where({ parentId }).where('position', '>=', position).whereNot('id', exceptId).increment('position', 1);
}

/** After the last of a page's children. */
export async function nextPosition(db: Db, parentId: number, exceptId: number): Promise<number> {
  const row = await db('pages').where({ parentId }).whereNot('id', exceptId).max<{ last: number | null }>('position as last').first();
  return (row?.last ?? -1) + 1;
}

/** They have no public state any more; an expiry date has done its work. */
export async function removeLivePointers(trx: Db, ids: readonly number[], now: Date): Promise<void> {
  await trx('pages').whereIn('id', [...ids]).update({ liveRevisionId: null, expiresAt: null, updatedAt: now }).increment('version', 1);
}

/** Sites with pages whose time is over. */
export async function listSitesWithExpired(db: Db, now: Date): Promise<number[]> {
  const rows = await db('pages').whereNotNull('liveRevisionId').where('expiresAt', '<=', now).distinct<{ siteId: number }[]>('siteId').orderBy('siteId');
  return rows.map(({ siteId }) => siteId);
}

/** Claim pages whose time is over; those that somebody works on at this moment wait for the next round. */
export async function lockExpired(trx: Db, siteId: number, now: Date, limit: number): Promise<PageRow[]> {
  return trx('pages').where({ siteId }).whereNotNull('liveRevisionId').where('expiresAt', '<=', now)
    .orderBy(['expiresAt', 'id']).limit(limit).forUpdate().skipLocked().select<PageRow[]>('*');
}

const TRASHED_BY_PATH = `
  select * from pages where site_id = :siteId and path = :path and (trashed_at is not null or ancestor_trashed)
  order by trashed_at desc nulls last, id desc`;

/** In the trash, itself or with a page above it; the last one thrown away first. */
export async function listTrashedByPath(db: Db, siteId: number, path: string): Promise<PageRow[]> {
  const result = await db.raw<{ rows: PageRow[] }>(TRASHED_BY_PATH, { siteId, path });
  return result.rows;
}

import type { Db } from '../../platform/db/connect';

export interface PlaceRow {
  readonly id: number;
  readonly title: string;
  readonly path: string;
  readonly ancestorIds: number[];
  readonly ownerId: number | null;
}

const COLUMNS = ['id', 'title', 'path', 'ancestorIds', 'ownerId'] as const;

export async function findPlaceByPath(db: Db, siteId: number, path: string): Promise<PlaceRow | undefined> {
  return db('pages').where({ siteId, path, ancestorTrashed: false }).whereNull('trashedAt').first<PlaceRow | undefined>(...COLUMNS);
}

/** Also of pages in the trash: rights on them go on. */
export async function listPlaces(db: Db, ids: readonly number[]): Promise<PlaceRow[]> {
  return db('pages').whereIn('id', ids).orderBy('path').select<PlaceRow[]>(...COLUMNS);
}

/** By the address where they stand now, whether readers see them or not. */
export async function listPagesByPath(db: Db, siteId: number, paths: readonly string[]): Promise<{ id: number; path: string }[]> {
  return db('pages').where({ siteId, ancestorTrashed: false }).whereNull('trashedAt').whereIn('path', [...paths]).select<{ id: number; path: string }[]>('id', 'path');
}

/** What somebody may see besides what is public: everything, or these pages and all below them. */
export interface Seer {
  readonly visible: 'all' | readonly number[];
  readonly now: Date;
}

/** The same without those that this person does not see and nobody else does. */
export async function listSeenPagesByPath(db: Db, siteId: number, { visible, now }: Seer, paths: readonly string[]): Promise<{ id: number; path: string }[]> {
  const roots = visible === 'all' ? [] : [...visible];
  return db('pages as p').where({ siteId, ancestorTrashed: false }).whereNull('trashedAt').whereIn('path', [...paths])
    .whereRaw('(? or p.id = any(?::int[]) or p.ancestor_ids && ?::int[] or is_visible(p, ?))', [visible === 'all', roots, roots, now])
    .select<{ id: number; path: string }[]>('id', 'path');
}

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

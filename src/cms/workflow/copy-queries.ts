import type { Db } from '../../platform/db/connect';
import type { PageRow } from '../pages/queries';

/** The page and all below it that is not in the trash, each after what it stands below. */
export async function listSubtree(db: Db, id: number, limit: number): Promise<PageRow[]> {
  return db('pages').whereRaw('(id = :id or ancestor_ids @> array[:id::int])', { id }).where('ancestorTrashed', false).whereNull('trashedAt')
    .orderByRaw('cardinality(ancestor_ids), position, id').limit(limit).select<PageRow[]>('*');
}

export async function countSubtree(db: Db, id: number): Promise<number> {
  const row = await db('pages').whereRaw('(id = :id or ancestor_ids @> array[:id::int])', { id }).where('ancestorTrashed', false).whereNull('trashedAt')
    .count<{ count: string }[]>('* as count').first();
  return Number(row?.count ?? 0);
}

/** Slugs of the children of a page that begin like this one. */
export async function listSlugsLike(db: Db, parentId: number, slug: string): Promise<string[]> {
  return db('pages').where({ parentId, ancestorTrashed: false }).whereNull('trashedAt').whereRaw('starts_with(slug, ?)', [slug]).pluck<string[]>('slug');
}

import type { Listing } from '../page-type';
import type { Db } from '../../platform/db/connect';

export interface PageOfType {
  id: number;
  title: string;
  path: string;
  type: string;
  facts: Listing['facts'];
}

/** Every public page of these types, from the top of the tree down. */
export async function listPagesOfTypes(db: Db, siteId: number, types: readonly string[], now: Date): Promise<PageOfType[]> {
  return db('pages as p').join('listings as l', 'l.pageId', 'p.id').where('p.siteId', siteId).whereIn('p.type', [...types]).whereRaw('is_visible(p, ?)', [now])
    .orderByRaw('cardinality(p.ancestor_ids), p.position, p.id').select<PageOfType[]>('p.id', 'p.title', 'p.path', 'p.type', 'l.facts');
}

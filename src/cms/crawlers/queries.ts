import type { Db } from '../../platform/db/connect';

export interface PublicPage {
  id: number;
  title: string;
  path: string;
  type: string;
  lastPublishedAt: Date;
}

/** Every public page of a site with the day its content changed last. */
export async function listPublicPages(db: Db, siteId: number, now: Date): Promise<PublicPage[]> {
  return db('pages as p').where('p.siteId', siteId).whereRaw('is_visible(p, ?)', [now]).orderBy(['p.path', 'p.id'])
    .select<PublicPage[]>('p.id', 'p.title', 'p.path', 'p.type', 'p.lastPublishedAt');
}

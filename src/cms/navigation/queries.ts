import type { Db } from '../../platform/db/connect';

export type Menu = 'main' | 'secondary' | 'footer' | 'bottom' | 'legal' | 'social';

/** One line of a menu. `target`: a reference, or `path:/about/liaisons/` for an own address that may have no page yet. */
export interface NavigationItem {
  id: number;
  menu: Menu;
  parentId: number | null;
  position: number;
  label: string;
  target: string | null;
  introduction: string | null;
  image: string | null;
  icon: string | null;
}

export async function listNavigationItems(db: Db, siteId: number): Promise<NavigationItem[]> {
  return db('navigationItems').select<NavigationItem[]>('id', 'menu', 'parentId', 'position', 'label', 'target', 'introduction', 'image', 'icon')
    .where('siteId', siteId).orderBy(['menu', 'position', 'id']);
}

export async function insertNavigationItem(trx: Db, siteId: number, item: Omit<NavigationItem, 'id'>): Promise<number> {
  const rows = await trx('navigationItems').insert({ siteId, ...item }).returning<{ id: number }[]>('id');
  return rows[0]!.id;
}

/** Which of these own addresses have a public page now: path → true. */
export async function listPublicPaths(db: Db, siteId: number, paths: readonly string[], now: Date): Promise<Set<string>> {
  const rows = await db('addresses as a').join('pages as p', 'p.id', 'a.pageId').where({ 'a.siteId': siteId, 'a.kind': 'page' })
    .whereIn('a.path', [...paths]).whereRaw('is_visible(p, ?)', [now]).select<{ path: string }[]>('a.path');
  return new Set(rows.map(({ path }) => path));
}

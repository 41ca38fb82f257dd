import type { Db } from '../../platform/db/connect';

export interface TreeRow {
  id: number;
  parentId: number;
  title: string;
  path: string;
}

/** Far more than three levels of menus hold. */
const MOST = 1_000;

const TREE = `
  select p.id, p.parent_id, p.title, p.path from pages p
  where p.site_id = :siteId and p.id <> :except and is_visible(p, :now) and cardinality(p.ancestor_ids) between 1 and 3
    and (p.show_in_menus or cardinality(p.ancestor_ids) = 1)
  order by cardinality(p.ancestor_ids), not p.show_in_menus, p.position, p.id limit :most`;

/** The three levels below the home page in tree order: the first whole, the others as far as menus show them. */
export async function listTree(db: Db, search: { siteId: number; except: number; now: Date }): Promise<TreeRow[]> {
  const result = await db.raw<{ rows: TreeRow[] }>(TREE, { ...search, most: MOST });
  return result.rows;
}

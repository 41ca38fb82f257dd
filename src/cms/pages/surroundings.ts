import type { Db } from '../../platform/db/connect';
import { encodePath } from '../addresses/path';
import type { SectionNavigation } from './frame';
import { urlOf, type LivePage, type PageLink } from './page';

/** More than this and the section's own page is the better list (content.md P-15). */
const MOST = 30;

export interface Surroundings {
  /** From the home page down, without the page itself. */
  readonly ancestors: readonly PageLink[];
  readonly section: SectionNavigation | null;
}

interface Row {
  id: number;
  title: string;
  path: string;
  role: 'ancestor' | 'sibling' | 'child';
}

const SURROUNDINGS = `
  (select p.id, p.title, p.path, 'ancestor' as role, array_position(:ancestorIds::int[], p.id) as place
    from pages p where p.id = any(:ancestorIds) and is_visible_within(p, :now, :gateId))
  union all
  (select p.id, p.title, p.path, 'sibling', row_number() over (order by p.position, p.id)
    from pages p where p.parent_id = :parentId and (p.show_in_menus or p.id = :id) and is_visible_within(p, :now, :gateId) order by p.position, p.id limit :limit)
  union all
  (select p.id, p.title, p.path, 'child', row_number() over (order by p.position, p.id)
    from pages p where p.parent_id = :id and p.show_in_menus and is_visible_within(p, :now, :gateId) order by p.position, p.id limit :limit)
  order by role, place`;

/** Breadcrumbs and "In this section" in one query. Pages of the top level belong to no section: the header shows those. */
export async function findSurroundings(db: Db, page: LivePage, now: Date): Promise<Surroundings> {
  const result = await db.raw<{ rows: Row[] }>(SURROUNDINGS, {
    ancestorIds: [...page.ancestorIds], parentId: page.parentId, id: page.id, gateId: page.gateId, now, limit: MOST + 1,
  });
  const of = (role: Row['role']): Row[] => result.rows.filter((row) => row.role === role);
  const ancestors = of('ancestor').map(toLink);
  return { ancestors, section: sectionOf(page, ancestors, of('sibling'), of('child')) };
}

function sectionOf(page: LivePage, ancestors: readonly PageLink[], siblings: Row[], children: Row[]): SectionNavigation | null {
  const parent = ancestors.at(-1);
  if (!parent || parent.url === '/') return children.length > 0 ? ownSection(page, children) : null;

  const items = siblings.flatMap((row) => {
    const current = row.id === page.id;
    const item = { ...toLink(row), current, level: 0 as const };
    return current ? [item, ...children.map((child) => ({ ...toLink(child), current: false, level: 1 as const }))] : [item];
  });
  return { parent, items: items.slice(0, MOST), more: items.length > MOST };
}

/** On the section's own page its children are the section. */
function ownSection(page: LivePage, children: Row[]): SectionNavigation {
  const items = children.slice(0, MOST).map((row) => ({ ...toLink(row), current: false, level: 0 as const }));
  return { parent: { id: page.id, title: page.title, url: urlOf(encodePath(page.path)) }, items, more: children.length > MOST };
}

function toLink({ id, title, path }: Row): PageLink {
  return { id, title, url: urlOf(encodePath(path)) };
}

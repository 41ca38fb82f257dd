import type { Db } from '../../platform/db/connect';

export type MediaKind = 'image' | 'document';

/** A page that names a file, in what readers see, in its draft, or in what shall go live at a time. */
export interface PageUse {
  readonly id: number;
  readonly title: string;
  readonly path: string;
  readonly siteId: number;
  readonly ancestorIds: number[];
  readonly ownerId: number | null;
  readonly effectiveAccess: string;
  readonly state: 'live' | 'draft' | 'scheduled';
}

export interface OtherUse {
  readonly what: 'snippet' | 'menu' | 'settings';
  readonly title: string;
}

/**
 * Live content has its rows in page_references; drafts, what somebody is writing and what is planned are read as text, which is bearable
 * because only those that differ from the live content are. `names` finds the reference wherever it stands: as a value, as the target of a link, in Markdown.
 */
const PAGES = `
  with named as (
    select r.page_id as id, 1 as rank from page_references r where r.kind = :kind and r.key = :key
    union all select p.id, 2 from pages p join revisions r on r.id = p.draft_revision_id
      where p.draft_revision_id is distinct from p.live_revision_id and (r.content::text ~ :names or r.common::text ~ :names)
    union all select w.page_id, 2 from working_copies w where w.content::text ~ :names or w.common::text ~ :names
    union all select s.page_id, 3 from scheduled_publications s join revisions r on r.id = s.revision_id
      where s.state = 'pending' and (r.content::text ~ :names or r.common::text ~ :names)
  )
  select p.id, p.title, p.path, p.site_id, p.ancestor_ids, p.owner_id, p.effective_access,
    case min(named.rank) when 1 then 'live' when 2 then 'draft' else 'scheduled' end as state
  from named join pages p on p.id = named.id
  where p.trashed_at is null and not p.ancestor_trashed and (named.rank > 1 or p.live_revision_id is not null)
  group by p.id order by min(named.rank), p.path, p.id`;

export async function listPageUses(db: Db, kind: MediaKind, key: string): Promise<PageUse[]> {
  const result = await db.raw<{ rows: PageUse[] }>(PAGES, { kind, key, names: names(kind, key) });
  return result.rows;
}

const OTHERS = `
  select 'snippet' as what, title, 1 as rank from snippets where content::text ~ :names
  union all select 'menu', label, 2 from navigation_items where coalesce(target, '') ~ :names or coalesce(image, '') ~ :names
  union all select 'settings', name, 3 from sites where settings::text ~ :names
  order by rank, title`;

export async function listOtherUses(db: Db, kind: MediaKind, key: string): Promise<OtherUse[]> {
  const result = await db.raw<{ rows: OtherUse[] }>(OTHERS, { names: names(kind, key) });
  return result.rows.map(({ what, title }) => ({ what, title }));
}

/** How many live pages name each of these: for lists, in one query. Ids that no page names are left out. */
export async function countPageUses(db: Db, kind: MediaKind, ids: readonly number[]): Promise<Map<number, number>> {
  const rows = await db('pageReferences as r').join('pages as p', 'p.id', 'r.pageId').where({ 'r.kind': kind, 'p.ancestorTrashed': false }).whereNull('p.trashedAt')
    .whereIn('r.key', ids.map(String)).groupBy('r.key').select('r.key').countDistinct<{ key: string; pages: string }[]>({ pages: 'r.pageId' });
  return new Map(rows.map(({ key, pages }) => [Number(key), Number(pages)]));
}

/** `image:9`, and neither `image:90` nor `my-image:9`. Key and kind have nothing in them that a pattern would read. */
function names(kind: MediaKind, key: string): string {
  return `(^|[^a-z0-9-])${kind}:${key}($|[^0-9])`;
}

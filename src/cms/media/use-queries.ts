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
 * because only those that differ from the live content are: one look by key for each, whatever the planner thinks (without statistics it
 * would read every revision there ever was). `names` finds the reference wherever it stands: as a value, as the target of a link, in Markdown.
 */
const PAGES = `
  with written as materialized (
    select id as page_id, draft_revision_id as revision_id, 2 as rank from pages where draft_revision_id is distinct from live_revision_id
    union all select page_id, revision_id, 3 from scheduled_publications where state = 'pending'
  ), named as (
    select r.page_id as id, 1 as rank from page_references r where r.kind = :kind and r.key = :key
    union all select w.page_id, w.rank from written w
      cross join lateral (select content::text, common::text from revisions where id = w.revision_id offset 0) r where r.content ~ :names or r.common ~ :names
    union all select w.page_id, 2 from working_copies w where w.content::text ~ :names or w.common::text ~ :names
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

const SHOWN = `
  select exists (
    select from page_references r join pages p on p.id = r.page_id
      where r.kind = 'image' and r.key = any(:keys) and p.live_revision_id is not null and p.trashed_at is null and not p.ancestor_trashed
    union all select from snippets where content::text ~ :names
    union all select from navigation_items where coalesce(target, '') ~ :names or coalesce(image, '') ~ :names
    union all select from sites where settings::text ~ :names) as shown`;

/** Whether readers may see any of these images on a page: live content, a snippet, a menu or the settings of a site name it. */
export async function isAnyShown(db: Db, imageIds: readonly number[]): Promise<boolean> {
  if (imageIds.length === 0) return false;
  const keys = imageIds.map(String);
  const result = await db.raw<{ rows: { shown: boolean }[] }>(SHOWN, { keys, names: names('image', `(${keys.join('|')})`) });
  return result.rows[0]!.shown;
}

/** `image:9`, and neither `image:90` nor `my-image:9`. `key`: a key, in which there is nothing that a pattern would read, or several as a pattern. */
function names(kind: MediaKind, key: string): string {
  return `(^|[^a-z0-9-])${kind}:${key}($|[^0-9])`;
}

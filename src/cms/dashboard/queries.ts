import type { Db } from '../../platform/db/connect';

/** Which pages somebody may see, as `pagesFor` says it. */
export type Visible = 'all' | readonly number[];

export interface Change {
  readonly pageId: number;
  readonly at: Date;
  readonly action: string;
  /** Null: the program itself. */
  readonly actor: string | null;
  readonly title: string;
  readonly path: string;
  readonly live: boolean;
}

const NARROWED = '(:all or p.id = any(:roots::int[]) or p.ancestor_ids && :roots::int[])';
const PRESENT = 'p.site_id = :siteId and p.trashed_at is null and not p.ancestor_trashed';

const RECENT_CHANGES = `
  select p.id as page_id, h.at, h.action, u.name as actor, p.title, p.path,
    p.live_revision_id is not null and p.trashed_at is null and not p.ancestor_trashed as live
  from history h
  join pages p on p.id = case when h.object_type = 'page' then h.object_id::int end
  left join users u on u.id = h.actor_id
  where h.site_id = :siteId and ${NARROWED}
  order by h.id desc limit :limit`;

/** History of a site's pages, the newest first. */
export async function listRecentChanges(db: Db, siteId: number, visible: Visible, limit: number): Promise<Change[]> {
  return rows<Change>(db, RECENT_CHANGES, { siteId, limit, ...narrowed(visible) });
}

export interface TypeCount {
  readonly type: string;
  readonly live: number;
  readonly notLive: number;
}

const TYPE_COUNTS = `
  select p.type, count(p.live_revision_id)::int as live, (count(*) - count(p.live_revision_id))::int as not_live
  from pages p where ${PRESENT} and ${NARROWED}
  group by p.type order by count(*) desc, p.type`;

export async function listTypeCounts(db: Db, siteId: number, visible: Visible): Promise<TypeCount[]> {
  return rows<TypeCount>(db, TYPE_COUNTS, { siteId, ...narrowed(visible) });
}

export interface NewestPage {
  readonly type: string;
  readonly title: string;
  readonly path: string;
}

const NEWEST_PAGES = `
  select type, title, path from (
    select p.type, p.title, p.path, row_number() over (partition by p.type order by p.last_published_at desc, p.id desc) as place
    from pages p where ${PRESENT} and ${NARROWED} and p.live_revision_id is not null
  ) placed where place <= :limit order by type, place`;

/** Of each type the live pages that were published last. */
export async function listNewestPages(db: Db, siteId: number, visible: Visible, limit: number): Promise<NewestPage[]> {
  return rows<NewestPage>(db, NEWEST_PAGES, { siteId, limit, ...narrowed(visible) });
}

function narrowed(visible: Visible): { all: boolean; roots: number[] } {
  return visible === 'all' ? { all: true, roots: [] } : { all: false, roots: [...visible] };
}

async function rows<Row>(db: Db, sql: string, bindings: Record<string, string | number | boolean | number[]>): Promise<Row[]> {
  const result = await db.raw<{ rows: Row[] }>(sql, bindings);
  return result.rows;
}

import type { Db } from '../../platform/db/connect';

/** Who reads, and which pages they may see, as `pagesFor` says it. */
export interface Reader {
  readonly userId: number;
  readonly siteId: number;
  readonly visible: 'all' | readonly number[];
  readonly now: Date;
}

const NARROWED = '(:all or p.id = any(:roots::int[]) or p.ancestor_ids && :roots::int[])';
/** Of the site and not in the trash; what one added oneself one may always read. */
const MINE_TOO = `p.site_id = :siteId and p.trashed_at is null and not p.ancestor_trashed and (${NARROWED} or p.owner_id = :userId)`;
/** "Process › RFCs": what stands above, without the home page. */
const ABOVE = `(select string_agg(a.title, ' › ' order by array_position(p.ancestor_ids, a.id)) from pages a where a.id = any(p.ancestor_ids) and a.parent_id is not null) as above`;

export interface Need {
  readonly kind: 'schedule-failed' | 'conflict' | 'review';
  readonly pageId: number;
  readonly title: string;
  /** What went wrong, or who saved meanwhile. */
  readonly words: string | null;
  readonly at: Date;
}

const NEEDS = `
  select * from (
    (select 'schedule-failed' as kind, p.id as page_id, p.title, s.problem as words, s.due_at as at
      from scheduled_publications s join pages p on p.id = s.page_id
      where s.created_by = :userId and s.state = 'failed' and ${MINE_TOO}
        and not exists (select from scheduled_publications n where n.page_id = s.page_id and n.id > s.id) and p.live_revision_id is distinct from s.revision_id)
    union all
    (select 'conflict', p.id, p.title, u.name, r.created_at
      from working_copies w join pages p on p.id = w.page_id join revisions r on r.id = p.draft_revision_id left join users u on u.id = r.created_by
      where w.user_id = :userId and w.base_revision_id is distinct from p.draft_revision_id and ${MINE_TOO})
    union all
    (select 'review', p.id, p.title, null, p.review_on::timestamptz from pages p
      where p.review_on <= :today::date and p.owner_id = :userId and ${MINE_TOO})
  ) needs order by at limit :limit`;

/** What waits for just this person, the longest waiting first. `today`: their day. */
export async function listNeeds(db: Db, reader: Reader, today: string, limit: number): Promise<Need[]> {
  return rows<Need>(db, NEEDS, { ...bound(reader), today, limit });
}

export interface Mine {
  readonly pageId: number;
  readonly title: string;
  readonly above: string | null;
  readonly at: Date;
  /** There are words that only this person sees. */
  readonly kept: boolean;
  readonly liveRevisionId: number | null;
  readonly draftRevisionId: number | null;
  readonly expiresAt: Date | null;
  readonly expiredAt: null;
  readonly dueAt: Date | null;
  readonly trashedAt: null;
  readonly ancestorTrashed: false;
}

const MINE = `
  select p.id as page_id, coalesce(nullif(m.title, ''), p.title) as title, ${ABOVE}, m.at, m.kept, p.live_revision_id, p.draft_revision_id, p.expires_at,
    null as expired_at, (select s.due_at from scheduled_publications s where s.page_id = p.id and s.state = 'pending') as due_at,
    null as trashed_at, false as ancestor_trashed
  from (
    select distinct on (page_id) * from (
      select w.page_id, w.title, w.updated_at as at, true as kept from working_copies w where w.user_id = :userId
      union all
      (select r.page_id, r.title, r.created_at, false from revisions r join pages d on d.draft_revision_id = r.id
        where r.created_by = :userId and d.live_revision_id is distinct from d.draft_revision_id order by r.id desc limit 100)
    ) each_one order by page_id, kept desc
  ) m join pages p on p.id = m.page_id
  where ${MINE_TOO}
  order by m.at desc limit :limit`;

/** Pages on which this person has words that readers do not see yet. */
export async function listMine(db: Db, reader: Reader, limit: number): Promise<Mine[]> {
  return rows<Mine>(db, MINE, { ...bound(reader), limit });
}

export interface Change {
  readonly pageId: number;
  readonly at: Date;
  readonly action: string;
  readonly actorId: number | null;
  /** Null: the program itself. */
  readonly actor: string | null;
  readonly title: string;
  readonly revisionAfter: number | null;
  readonly liveRevisionId: number | null;
  readonly trashed: boolean;
  readonly locked: boolean;
  readonly ancestorIds: readonly number[];
  readonly ownerId: number | null;
}

const RECENT_CHANGES = `
  select p.id as page_id, h.at, h.action, h.actor_id, u.name as actor, p.title, h.revision_after, p.live_revision_id,
    p.trashed_at is not null or p.ancestor_trashed as trashed, p.locked_at is not null as locked, p.ancestor_ids, p.owner_id
  from history h
  join pages p on p.id = case when h.object_type = 'page' then h.object_id::int end
  left join users u on u.id = h.actor_id
  where h.site_id = :siteId and h.result = 'done' and ${NARROWED}
  order by h.id desc limit :limit`;

/** History of a site's pages, the newest first. */
export async function listRecentChanges(db: Db, reader: Reader, limit: number): Promise<Change[]> {
  return rows<Change>(db, RECENT_CHANGES, { ...bound(reader), limit });
}

export interface Next {
  readonly pageId: number;
  readonly title: string;
  readonly above: string | null;
  readonly at: Date;
  readonly kind: 'live' | 'offline';
}

const NEXT = `
  select p.id as page_id, p.title, ${ABOVE}, n.at, n.kind
  from (
    select page_id, due_at as at, 'live' as kind from scheduled_publications where state = 'pending'
    union all
    select id, expires_at, 'offline' from pages where expires_at > :now and live_revision_id is not null
  ) n join pages p on p.id = n.page_id
  where ${MINE_TOO}
  order by n.at limit :limit`;

export async function listNext(db: Db, reader: Reader, limit: number): Promise<Next[]> {
  return rows<Next>(db, NEXT, { ...bound(reader), limit });
}

export interface Busy {
  readonly pageId: number;
  readonly title: string;
  readonly userId: number;
  readonly name: string;
  readonly since: Date;
  readonly kind: 'editing' | 'locked';
}

const BUSY = `
  select p.id as page_id, p.title, b.user_id, u.name, b.since, b.kind
  from (
    select page_id, user_id, since, 'editing' as kind from presences where seen_at > :seen
    union all
    select id, locked_by, locked_at, 'locked' from pages where locked_by = :userId and locked_at is not null
  ) b join pages p on p.id = b.page_id join users u on u.id = b.user_id
  where ${MINE_TOO}
  order by (b.kind = 'locked'), b.since limit :limit`;

/** Who is writing where, and the pages that this person has locked. `seen`: whoever was not there since then has gone. */
export async function listBusy(db: Db, reader: Reader, seen: Date, limit: number): Promise<Busy[]> {
  return rows<Busy>(db, BUSY, { ...bound(reader), seen, limit });
}

type Bindings = Record<string, string | number | boolean | Date | number[]>;

function bound({ userId, siteId, visible, now }: Reader): Bindings {
  return { userId, siteId, now, all: visible === 'all', roots: visible === 'all' ? [] : [...visible] };
}

async function rows<Row>(db: Db, sql: string, bindings: Bindings): Promise<Row[]> {
  const result = await db.raw<{ rows: Row[] }>(sql, bindings);
  return result.rows;
}

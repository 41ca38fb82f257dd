import type { Db } from '../../platform/db/connect';

/** One line of the queue, with the page it is about. */
export interface QueueEntry {
  readonly pageId: number;
  readonly title: string;
  readonly path: string;
  readonly ancestorIds: number[];
  readonly ownerId: number | null;
  /** Goes live, or goes offline. */
  readonly kind: 'live' | 'offline';
  readonly state: 'pending' | 'done' | 'failed';
  readonly at: Date;
  readonly finishedAt: Date | null;
  readonly problem: string | null;
  readonly by: string | null;
}

const COLUMNS = 'select p.id as page_id, coalesce(r.title, p.title) as title, p.path, p.ancestor_ids, p.owner_id';

const AHEAD = `
  select * from (
    ${COLUMNS}, 'live' as kind, s.state, s.due_at as at, null::timestamptz as finished_at, null as problem, u.name as by
    from scheduled_publications s join pages p on p.id = s.page_id join revisions r on r.id = s.revision_id left join users u on u.id = s.created_by
    where p.site_id = :siteId and s.state = 'pending'
    union all
    ${COLUMNS.replace('coalesce(r.title, p.title)', 'p.title')}, 'offline', 'pending', p.expires_at, null, null, null
    from pages p
    where p.site_id = :siteId and p.live_revision_id is not null and p.expires_at is not null and p.trashed_at is null and not p.ancestor_trashed
  ) ahead
  order by at, page_id limit :limit`;

/** What goes live and offline, the next first. */
export async function listAhead(db: Db, siteId: number, limit: number): Promise<QueueEntry[]> {
  const result = await db.raw<{ rows: QueueEntry[] }>(AHEAD, { siteId, limit });
  return result.rows;
}

const FINISHED = `
  ${COLUMNS}, 'live' as kind, s.state, s.due_at as at, s.finished_at, s.problem, u.name as by
  from scheduled_publications s join pages p on p.id = s.page_id join revisions r on r.id = s.revision_id left join users u on u.id = s.created_by
  where p.site_id = :siteId and s.state = :state and s.finished_at > :since
    and (:state <> 'failed' or not exists (select from scheduled_publications newer where newer.page_id = s.page_id and newer.id > s.id))
    and (:state <> 'failed' or p.live_revision_id is null or p.last_published_at < s.finished_at)
  order by s.finished_at desc, s.id desc limit :limit`;

/** What came live as planned, or could not and has not been seen to since. The latest first. */
export async function listFinished(db: Db, siteId: number, state: 'done' | 'failed', { since, limit }: { since: Date; limit: number }): Promise<QueueEntry[]> {
  const result = await db.raw<{ rows: QueueEntry[] }>(FINISHED, { siteId, state, since, limit });
  return result.rows;
}

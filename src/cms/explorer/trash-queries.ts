import type { Db } from '../../platform/db/connect';
import { COUNTED } from './list-queries';
import type { Cursor } from './listing';

/** What was thrown away as one: a page with everything below it. */
export interface TrashedPage {
  readonly id: number;
  readonly title: string;
  readonly path: string;
  readonly type: string;
  readonly ancestorIds: number[];
  readonly ownerId: number | null;
  readonly trashedAt: Date;
  /** Null: the program itself. */
  readonly trashedBy: string | null;
  readonly trashedById: number | null;
  /** What readers see where it was. */
  readonly reason: string | null;
  /** What went with it; one more than `COUNTED` stands for all that are more. */
  readonly below: number;
  /** Public addresses that come back with it, its own among them. */
  readonly live: number;
  readonly isLive: boolean;
}

export interface TrashAsked {
  readonly siteId: number;
  readonly visible: 'all' | readonly number[];
  readonly q: string;
  readonly after: Cursor | null;
  readonly before: Cursor | null;
}

const IN_TRASH = 'p.site_id = :siteId and p.trashed_at is not null and not p.ancestor_trashed';
const NARROWED = '(p.id = any(:roots::int[]) or p.ancestor_ids && :roots::int[])';

/** One page of the trash, the last thrown away first; of subtrees only their tops. */
export async function listTrashed(db: Db, { siteId, visible, q, after, before }: TrashAsked, limit: number): Promise<{ pages: TrashedPage[]; more: boolean }> {
  const isBack = before !== null && after === null;
  const cursor = after ?? before;
  const words = q.split(/\s+/).filter((word) => word !== '').slice(0, 8);
  const conditions = [
    IN_TRASH, ...(visible === 'all' ? [] : [NARROWED]), ...words.map((_, index) => `(p.title ilike :word${index} or p.path ilike :word${index})`),
    ...(cursor ? [`(p.trashed_at, p.id) ${isBack ? '>' : '<'} (:key::timestamptz, :keyId)`] : []),
  ];
  const direction = isBack ? 'asc' : 'desc';
  const sql = listed(`select p.* from pages p where ${conditions.join(' and ')} order by p.trashed_at ${direction}, p.id ${direction} limit :limit`, direction);
  const patterns = Object.fromEntries(words.map((word, index) => [`word${index}`, `%${word.replace(/[\\%_]/g, '\\$&')}%`]));
  const result = await db.raw<{ rows: TrashedPage[] }>(sql, {
    siteId, limit: limit + 1, roots: visible === 'all' ? [] : [...visible], ...patterns, ...(cursor ? { key: cursor.key, keyId: cursor.id } : {}),
  });
  const shown = result.rows.slice(0, limit);
  return { pages: isBack ? shown.reverse() : shown, more: result.rows.length > limit };
}

function listed(found: string, direction: 'asc' | 'desc'): string {
  return `
    with found as (${found})
    select p.id, p.title, p.path, p.type, p.ancestor_ids, p.owner_id, p.trashed_at, h.actor_id as trashed_by_id, u.name as trashed_by, h.detail ->> 'reason' as reason,
      p.live_revision_id is not null as is_live, f.below, f.live + case when p.live_revision_id is null then 0 else 1 end as live
    from found p
    left join lateral (
      select actor_id, detail from history where object_type = 'page' and object_id = p.id::text and action = 'page.trashed' order by id desc limit 1
    ) h on true
    left join users u on u.id = h.actor_id
    cross join lateral (
      select count(*)::int as below, count(c.live_revision_id)::int as live from (
        select b.live_revision_id from pages b where b.ancestor_ids @> array[p.id] and b.trashed_at is null limit ${COUNTED + 1}) c
    ) f
    order by p.trashed_at ${direction}, p.id ${direction}`;
}

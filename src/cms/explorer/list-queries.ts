import type { Db } from '../../platform/db/connect';
import type { PageRow } from '../pages/queries';
import { EXPIRED_AT, pageOf, whereOf, type Asked, type Bindings } from './list-sql';

/** Who counts further than this? Lists say "more than 1,000". */
export const COUNTED = 1_000;

/** A page in a list, with what its line says. */
export interface ListedPage extends PageRow {
  /** Of the draft; without any, when it was added. */
  readonly changedAt: Date;
  readonly changedById: number | null;
  /** Null: the program itself. */
  readonly changedBy: string | null;
  readonly lockedByName: string | null;
  /** When what is scheduled goes live. */
  readonly dueAt: Date | null;
  /** When its time was over, if that is why it is not public. */
  readonly expiredAt: Date | null;
  /** Directly below it; one more than `COUNTED` stands for all that are more. */
  readonly below: number;
}

const BELOW = `(select count(*)::int from (select from pages c where c.parent_id = p.id and c.trashed_at is null and not c.ancestor_trashed order by c.position, c.id limit ${COUNTED + 1}) c)`;

/** The lines of at most a page of a list; `found` is cut to its length first. */
function listed(found: string): string {
  return `
    with found as (${found})
    select p.*, coalesce(r.created_at, p.created_at) as changed_at, w.id as changed_by_id, w.name as changed_by, l.name as locked_by_name, s.due_at,
      case when p.live_revision_id is null and p.first_published_at is not null then ${EXPIRED_AT} end as expired_at, ${BELOW} as below
    from found p
    left join revisions r on r.id = p.draft_revision_id
    left join users w on w.id = case when r.id is null then p.owner_id else r.created_by end
    left join users l on l.id = p.locked_by
    left join scheduled_publications s on s.page_id = p.id and s.state = 'pending'
    order by p.ord`;
}

/** A page of the list in its order, whichever way it was gone through. `more`: the list goes on in that direction. */
export async function listPages(db: Db, asked: Asked, limit: number): Promise<{ pages: ListedPage[]; more: boolean }> {
  const { sql, bindings } = pageOf(asked, limit + 1);
  const pages = await rows(db, listed(`select p.*, row_number() over () as ord from (select p.* from pages p where ${sql}) p`), bindings);
  const more = pages.length > limit;
  const shown = pages.slice(0, limit);
  return { pages: asked.listing.before && !asked.listing.after ? shown.reverse() : shown, more };
}

const BY_ID = listed(`select p.*, length(p.path) as ord from pages p where p.id = any(:ids::int[])`);

/** Those of these pages that there are, those above first. */
export async function listPagesById(db: Db, ids: readonly number[]): Promise<ListedPage[]> {
  return rows(db, BY_ID, { ids: [...ids] });
}

/** How many pages fit, `COUNTED` + 1 at most. */
export async function countPages(db: Db, asked: Asked): Promise<number> {
  const { sql, bindings } = whereOf(asked);
  const count = `select count(*)::int as count from (select from pages p where ${sql} limit ${COUNTED + 1}) p`;
  const result = await db.raw<{ rows: { count: number }[] }>(count, bindings);
  return result.rows[0]!.count;
}

const OWNERS = 'select u.id, u.name from users u where exists (select from pages p where p.owner_id = u.id) order by lower(u.name), u.id limit 200';

/** People who have pages. */
export async function listOwners(db: Db): Promise<{ id: number; name: string }[]> {
  const result = await db.raw<{ rows: { id: number; name: string }[] }>(OWNERS);
  return result.rows;
}

async function rows(db: Db, sql: string, bindings: Bindings): Promise<ListedPage[]> {
  const result = await db.raw<{ rows: ListedPage[] }>(sql, bindings);
  return result.rows;
}

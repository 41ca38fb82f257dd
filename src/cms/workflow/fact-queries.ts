import type { Db } from '../../platform/db/connect';
import type { PageRow } from '../pages/queries';

/** What the dialogs say before something happens. Nothing here changes anything. */

export interface SubtreeFacts {
  /** Below the page, without it, and without what is in the trash. */
  readonly below: number;
  /** Public ones among those. */
  readonly liveBelow: number;
  readonly lockedBelow: number;
  /** Planned publications, of the page and of all below it. */
  readonly planned: number;
}

const SUBTREE = `
  select count(*) filter (where p.id <> :id)::int as below,
    count(*) filter (where p.id <> :id and p.live_revision_id is not null)::int as live_below,
    count(*) filter (where p.id <> :id and p.locked_at is not null)::int as locked_below,
    count(s.id)::int as planned
  from pages p left join scheduled_publications s on s.page_id = p.id and s.state = 'pending'
  where (p.id = :id or p.ancestor_ids @> array[:id::int]) and p.trashed_at is null and not p.ancestor_trashed`;

export async function getSubtreeFacts(db: Db, id: number): Promise<SubtreeFacts> {
  const result = await db.raw<{ rows: SubtreeFacts[] }>(SUBTREE, { id });
  return result.rows[0]!;
}

export interface Users {
  /** Of the first. */
  readonly titles: readonly string[];
  readonly total: number;
}

const USERS_OF = `
  with subtree as (select id from pages where id = :id or (:below and ancestor_ids @> array[:id::int]))
  select case when k.known then u.title end as title, count(*) over ()::int as total
  from pages u cross join lateral (select u.effective_access = 'public' or :all or u.id = any(:roots::int[]) or u.ancestor_ids && :roots::int[] as known) k
  where u.site_id = :siteId and u.trashed_at is null and not u.ancestor_trashed and u.id not in (select id from subtree)
    and exists (select from page_references r where r.page_id = u.id and r.kind = 'page' and r.key in (select id::text from subtree))
  order by k.known desc, u.path limit :limit`;

/**
 * Pages with readers that refer to a page (with `below`: or to one below it), and how many there are. `visible`: the pages whose titles somebody may know
 * besides those that everybody may read, as `pagesFor` says it.
 */
export async function listUsersOf(
  db: Db, page: Pick<PageRow, 'id' | 'siteId'>, { below, visible, limit }: { below: boolean; visible: 'all' | readonly number[]; limit: number },
): Promise<Users> {
  const who = { all: visible === 'all', roots: visible === 'all' ? [] : [...visible] };
  const { rows } = await db.raw<{ rows: { title: string | null; total: number }[] }>(USERS_OF, { id: page.id, siteId: page.siteId, below, limit, ...who });
  return { titles: rows.flatMap(({ title }) => (title === null ? [] : [title])), total: rows[0]?.total ?? 0 };
}

/** Children of a page that its readers see under "In this section", in their order, and this one, whether it is among them or not. */
export async function listSection(db: Db, parentId: number, id: number, now: Date): Promise<number[]> {
  return db('pages as p').where('p.parentId', parentId).whereRaw('(p.id = ? or p.show_in_menus and is_visible(p, ?))', [id, now])
    .orderBy(['p.position', 'p.id']).pluck<number[]>('p.id');
}

export interface Writing {
  readonly userId: number;
  readonly name: string;
  readonly updatedAt: Date;
}

/** Whose kept changes are newer than this moment. */
export async function listNewerCopies(db: Db, pageId: number, since: Date): Promise<Writing[]> {
  return db('workingCopies as w').join('users as u', 'u.id', 'w.userId').where('w.pageId', pageId).where('w.updatedAt', '>', since)
    .orderBy('w.updatedAt', 'desc').select<Writing[]>('w.userId', 'u.name', 'w.updatedAt');
}

export async function findPersonName(db: Db, id: number | null): Promise<string | null> {
  const row = id === null ? undefined : await db('users').where({ id }).first<{ name: string } | undefined>('name');
  return row?.name ?? null;
}

export interface Person {
  readonly id: number;
  readonly name: string;
}

/** Everybody who may own a page. */
export async function listPeople(db: Db): Promise<Person[]> {
  return db('users').where('active', true).orderBy(['name', 'id']).select<Person[]>('id', 'name');
}

export async function findPageTitle(db: Db, id: number): Promise<string | null> {
  return (await db('pages').where({ id }).first<{ title: string } | undefined>('title'))?.title ?? null;
}

import type { Db } from '../../platform/db/connect';

export interface Below {
  readonly id: number;
  /** In its whole subtree, without it and without what is in the trash. */
  readonly below: number;
  readonly live: number;
}

const BELOW = `
  select s.id, f.below, f.live from unnest(:ids::int[]) s(id)
  cross join lateral (
    select count(*)::int as below, count(p.live_revision_id)::int as live from pages p
    where p.ancestor_ids @> array[s.id] and p.trashed_at is null and not p.ancestor_trashed
  ) f`;

export async function listBelow(db: Db, ids: readonly number[]): Promise<Below[]> {
  const result = await db.raw<{ rows: Below[] }>(BELOW, { ids: [...ids] });
  return result.rows;
}

const LINKING = `
  with touched as (
    select id from pages where id = any(:ids::int[])
    union select id from pages where :whole and ancestor_ids && :ids::int[]
  )
  select case when k.known then u.title end as title, count(*) over ()::int as total
  from pages u cross join lateral (select u.effective_access = 'public' or :all or u.id = any(:roots::int[]) or u.ancestor_ids && :roots::int[] as known) k
  where u.trashed_at is null and not u.ancestor_trashed and not exists (select from touched where touched.id = u.id)
    and u.id in (select r.page_id from page_references r join touched on r.kind = 'page' and r.key = touched.id::text)
  order by k.known desc, u.path limit :limit`;

export interface LinkingAsked {
  /** Also links to what is below them. */
  readonly whole: boolean;
  /** Whose titles somebody may know besides those that everybody may read, as `pagesFor` says it. */
  readonly visible: 'all' | readonly number[];
  readonly limit: number;
}

/** Pages with readers elsewhere that link to these, by title. */
export async function listLinking(db: Db, ids: readonly number[], { whole, visible, limit }: LinkingAsked): Promise<{ titles: string[]; total: number }> {
  const who = { all: visible === 'all', roots: visible === 'all' ? [] : [...visible] };
  const { rows } = await db.raw<{ rows: { title: string | null; total: number }[] }>(LINKING, { ids: [...ids], whole, limit, ...who });
  return { titles: rows.flatMap(({ title }) => (title === null ? [] : [title])), total: rows[0]?.total ?? 0 };
}

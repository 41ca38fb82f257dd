import type { Db } from '../../platform/db/connect';

export interface SearchCount {
  siteId: number;
  /** ISO day. */
  day: string;
  query: string;
  searches: number;
  /** Of the last search. */
  hits: number;
}

/** Names that differ in case, accents or signs are one; what is nothing but signs is not kept. */
export async function addSearchCounts(db: Db, counts: readonly SearchCount[]): Promise<void> {
  if (counts.length === 0) return;
  await db.raw(`
    insert into search_counts as c (site_id, day, query, searches, hits)
    select "siteId", day, search_name(query), sum(searches), max(hits)
    from jsonb_to_recordset(:counts::jsonb) as given("siteId" integer, day date, query text, searches integer, hits integer)
    where search_name(query) <> '' group by 1, 2, 3 order by 1, 2, 3
    on conflict (site_id, day, query) do update set searches = c.searches + excluded.searches, hits = excluded.hits`,
  { counts: JSON.stringify(counts) });
}

const KEPT_DAYS = 90;

export async function deleteOldSearchCounts(db: Db, now: Date): Promise<void> {
  await db.raw(`delete from search_counts where day < (:now::timestamptz at time zone 'UTC')::date - :days::integer`, { now, days: KEPT_DAYS });
}

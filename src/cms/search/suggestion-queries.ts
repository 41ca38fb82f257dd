import type { Db } from '../../platform/db/connect';

/** Of a beginning that thousands of titles have, so many are looked at. */
const MOST_COMPARED = 300;

const SUGGESTIONS = `
  with closed as materialized (select kind from unnest(:kinds::text[], :homes::text[]) as k(kind, home) where path_of_type(home, :now) is null)
  select d.type, d.title, d.names[1] as name, p.path
  from (
    select d.* from (
      (select * from search_documents d where d.name_keys @> array[search_key(:typed)] limit 20)
      union
      (select * from search_documents d where d.head @@ to_tsquery('public.site_exact', :beginning) limit ${MOST_COMPARED})
    ) d
  ) d left join pages p on p.id = d.page_id
  where d.page_id is null and d.kind <> all(select kind from closed) and (d.collection_id is null or may_have_files(d.collection_id, :now, null)) or d.site_id = :siteId and is_visible(p, :now)
  order by (d.name_keys @> array[search_key(:typed)]) desc, (starts_with(search_name(d.title), search_name(:typed)) or starts_with(search_name(d.names[1]), search_name(:typed))) is true desc,
    d.boost * case when d.fades_on < (:now::timestamptz at time zone 'UTC')::date then 0.8 else 1 end desc, length(d.title), d.kind, d.key
  limit :limit`;

/** `beginning`: for `to_tsquery`, words of a title or name, the last one unfinished. `path` is null for what is no page. */
export async function listSuggestions(
  db: Db, search: { siteId: number; now: Date; typed: string; beginning: string; kinds: readonly string[]; homes: readonly string[]; limit: number },
): Promise<{ type: string; title: string; name: string | null; path: string | null }[]> {
  const result = await db.raw<{ rows: { type: string; title: string; name: string | null; path: string | null }[] }>(SUGGESTIONS, { ...search, kinds: [...search.kinds], homes: [...search.homes] });
  return result.rows;
}

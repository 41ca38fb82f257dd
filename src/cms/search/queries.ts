import type { Db } from '../../platform/db/connect';

export interface SearchDocument {
  pageId: number;
  siteId: number;
  title: string;
  summary: string | null;
  body: string;
}

/** Written in the publishing transaction: a page is findable in the second in which it is published. */
export async function upsertSearchDocument(trx: Db, document: SearchDocument): Promise<void> {
  await trx('searchDocuments').insert(document).onConflict('pageId').merge();
}

export async function deleteSearchDocuments(trx: Db, pageIds: readonly number[]): Promise<void> {
  await trx('searchDocuments').whereIn('pageId', [...pageIds]).del();
}

export interface SearchHit {
  pageId: number;
  type: string;
  title: string;
  path: string;
  /** Plain text with the words found between the characters U+0002 and U+0003. */
  extract: string;
  date: Date;
  status: string;
  total: number;
}

const SEARCH = `
  with asked as (select websearch_to_tsquery('english', :query) as words),
  hits as (
    select d.page_id, ts_rank_cd(d.words, asked.words, 1) as rank, count(*) over ()::int as total
    from search_documents d, asked, pages p
    where p.id = d.page_id and d.site_id = :siteId and d.words @@ asked.words and is_visible(p, :now)
    order by rank desc, d.page_id limit :limit offset :offset
  )
  select hits.page_id, p.type, d.title, p.path, l.date, l.status, hits.total,
    ts_headline('english', coalesce(d.summary || ' ', '') || d.body, asked.words,
      'StartSel=' || chr(2) || ', StopSel=' || chr(3) || ', MaxWords=34, MinWords=16, MaxFragments=1') as extract
  from hits join pages p on p.id = hits.page_id join search_documents d on d.page_id = hits.page_id
    join listings l on l.page_id = hits.page_id, asked
  order by hits.rank desc, hits.page_id`;

/** Public pages with all the words, best first; "phrases" and -word work. `query` has at most 200 characters. */
export async function listSearchHits(db: Db, search: { siteId: number; query: string; now: Date; limit: number; offset: number }): Promise<SearchHit[]> {
  const result = await db.raw<{ rows: SearchHit[] }>(SEARCH, search);
  return result.rows;
}

const NEAREST = `
  select p.id, p.title, p.path
  from pages p,
    lateral (select sum(greatest(word_similarity(word, p.title), word_similarity(word, p.path))) as alike from unnest(:words::text[]) word) score
  where p.site_id = :siteId and p.path <> '/' and (p.title %> any(:words::text[]) or p.path %> any(:words::text[])) and is_visible(p, :now)
  order by score.alike desc, length(p.path), p.id
  limit :limit`;

/** The pages whose titles and addresses are most like these words, typos forgiven: what a 404 offers. */
export async function listNearestPages(
  db: Db, search: { siteId: number; words: readonly string[]; now: Date; limit: number },
): Promise<{ id: number; title: string; path: string }[]> {
  const result = await db.raw<{ rows: { id: number; title: string; path: string }[] }>(NEAREST, { ...search, words: [...search.words] });
  return result.rows;
}

import type { Knex } from 'knex';
import type { Db } from '../../platform/db/connect';
import { searchSql } from './search-sql';
import type { TermFacts } from './correct';
import type { WrittenQuery } from './terms';

export interface Search extends WrittenQuery {
  siteId: number;
  now: Date;
  /** As typed: what is called just so comes first. */
  typed: string;
  /** Kinds whose addresses hang on a page of a type, and those types. */
  kinds: readonly string[];
  homes: readonly string[];
  /** Filters; null: all. */
  types: readonly string[] | null;
  terms: readonly string[] | null;
  years: readonly number[] | null;
  newestFirst: boolean;
  /** Some of the words are enough, where nothing has them all. */
  loose: boolean;
  limit: number;
  /** Beyond the end is the last page (SEARCH-06). */
  page: number;
}

export interface FoundDocument {
  kind: string;
  key: string;
  type: string;
  title: string;
  /** Both with the words found between the characters U+0002 and U+0003; the extract is '' when there is none. */
  markedTitle: string;
  extract: string;
  /** ISO day. */
  date: string | null;
  /** Of what belongs to a time. */
  year: number | null;
  status: string;
  /** It is called just what was typed. */
  named: boolean;
}

export interface Found {
  total: number;
  /** There is more than was looked at. */
  capped: boolean;
  /** The page shown: the last one, when a later one was asked for. */
  page: number;
  /** Something has all the words. */
  strict: boolean;
  types: Record<string, number>;
  terms: Record<string, number>;
  years: Record<string, number>;
  promotions: { target: string; title: string | null; text: string | null }[];
  hits: FoundDocument[];
}

/** One statement whatever is asked; how much it looks at is bounded in search-sql.ts. */
export async function searchDocuments(db: Db, { newestFirst, loose, page, ...search }: Search): Promise<Found> {
  const filtered = search.types !== null || search.terms !== null || search.years !== null;
  const bindings = { ...search, offset: (page - 1) * search.limit } as unknown as Record<string, Knex.RawBinding>; // arrays are arrays to pg
  const result = await db.raw<{ rows: [{ found: Found }] }>(searchSql({ newestFirst, loose, filtered }), bindings);
  return result.rows[0].found;
}

const PUBLIC = '(d.page_id is null and (d.collection_id is null or may_have_files(d.collection_id, :now, null)) or d.site_id = :siteId and is_visible(p, :now))';

const FACTS = `
  select exists (select from search_documents d left join pages p on p.id = d.page_id where d.words @@ search_query(w.query) and ${PUBLIC}) as known,
    exists (select from search_words where word = w.word or search_key(word) = search_key(w.word) and word % w.word) as listed,
    array(
      select s.word from (select word, documents from search_words where word % w.word order by similarity(word, w.word) desc, documents desc limit 8) s
      where exists (select from search_documents d left join pages p on p.id = d.page_id where d.words @@ search_query('''' || s.word || '''') and ${PUBLIC})
      order by similarity(s.word, w.word) desc, s.documents desc
    ) as similar
  from unnest(:words::text[], :queries::text[]) with ordinality as w(word, query, position) order by w.position`;

/** For each word whether any public text has it, and which others look like it: `query` is for `search_query`, `word` as typed. */
export async function listTermFacts(db: Db, search: { siteId: number; now: Date; words: readonly { word: string; query: string }[] }): Promise<TermFacts[]> {
  const { siteId, now, words } = search;
  const result = await db.raw<{ rows: TermFacts[] }>(FACTS, { siteId, now, words: words.map(({ word }) => word), queries: words.map(({ query }) => query) });
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

/** By path, in the order of the paths; those that are not public are left out. */
export async function listPublicByPath(
  db: Db, { siteId, paths, now }: { siteId: number; paths: readonly string[]; now: Date },
): Promise<{ title: string; path: string }[]> {
  const rows = await db('pages as p').where('p.siteId', siteId).whereIn('p.path', [...paths]).whereRaw('is_visible(p, ?)', [now]).select<{ title: string; path: string }[]>('p.title', 'p.path');
  return rows.sort((one, other) => paths.indexOf(one.path) - paths.indexOf(other.path));
}

import type { Db } from '../../platform/db/connect';

/** A page as the search knows it. */
export interface PageDocument {
  pageId: number;
  siteId: number;
  type: string;
  title: string;
  /** What one may also call it. */
  names: readonly string[];
  summary: string | null;
  /** Found, not printed: authors and topics by name. */
  keywords: string | null;
  body: string;
  /** References by which lists filter: authors, topics. */
  terms: readonly string[];
  /** ISO day, shown with the hit. */
  date: string;
  /** Of what belongs to a time, such as a post or a meeting: the facet. */
  year: number | null;
  /** From this ISO day on it grows less interesting; null: never. */
  fadesOn: string | null;
  status: string;
  /** 1 is an ordinary page. */
  boost: number;
}

/** Written in the publishing transaction: a page is findable in the second in which it is published. */
export async function upsertSearchDocument(trx: Db, { names, ...document }: PageDocument): Promise<void> {
  const nameKeys = trx.raw('array(select distinct search_key(name) from unnest(?::text[]) name)', [[document.title, ...names]]);
  await trx('searchDocuments').insert({ ...document, kind: 'page', key: String(document.pageId), names: [...names], nameKeys, terms: [...document.terms] })
    .onConflict(['kind', 'key']).merge();
}

export async function deleteSearchDocuments(trx: Db, pageIds: readonly number[]): Promise<void> {
  await trx('searchDocuments').whereIn('pageId', [...pageIds]).del();
}

const WANTED = 'from (SOURCE) s where (:keys::text[] is null or s.key = any(:keys::text[]))';

/** Only what differs is written: an import of the same facts changes no row. */
const UPSERT = `
  insert into search_documents as d (kind, key, type, title, names, name_keys, summary, keywords, body, terms, year, date, status, boost, collection_id)
  select :kind, s.key, :kind, s.title, s.names, array(select distinct search_key(name) from unnest(s.names || s.title) name order by 1),
    s.summary, s.keywords, s.body, s.terms, extract(year from s.date)::int, s.date, s.status, s.boost, COLLECTION
  ${WANTED}
  on conflict (kind, key) do update set title = excluded.title, names = excluded.names, name_keys = excluded.name_keys, summary = excluded.summary,
    keywords = excluded.keywords, body = excluded.body, terms = excluded.terms, year = excluded.year, date = excluded.date,
    status = excluded.status, boost = excluded.boost, collection_id = excluded.collection_id
  where (d.title, d.names, d.summary, d.keywords, d.body, d.terms, d.date, d.status, d.boost, d.collection_id) is distinct from
    (excluded.title, excluded.names, excluded.summary, excluded.keywords, excluded.body, excluded.terms, excluded.date, excluded.status, excluded.boost, excluded.collection_id)`;

const DELETE_VANISHED = `
  delete from search_documents d where d.kind = :kind and (:keys::text[] is null or d.key = any(:keys::text[]))
    and not exists (select ${WANTED} and s.key = d.key)`;

/** `sql` is a kind's own (`ReferenceSearch.sql`), `collection` the expression for the collection that a target of it is in; null keys are all. */
export async function upsertFromKind(trx: Db, kind: string, { sql, collection }: { sql: string; collection: 's.collection_id' | 'null::integer' }, keys: readonly string[] | null): Promise<void> {
  await trx.raw(UPSERT.replace('SOURCE', () => sql).replace('COLLECTION', collection), { kind, keys: keys && [...keys] });
}

export async function deleteVanished(trx: Db, kind: string, sql: string, keys: readonly string[] | null): Promise<void> {
  await trx.raw(DELETE_VANISHED.replace('SOURCE', () => sql), { kind, keys: keys && [...keys] });
}

/** What lies beside letters in a word is no word to suggest; shorter ones are like everything. */
const A_WORD = '^[[:alpha:]]{4,30}$';

/** The words of public titles, names and summaries, which is what a mistyped one is compared with. Written anew: some seconds for 100,000 documents. */
export async function replaceSearchWords(trx: Db, now: Date): Promise<void> {
  await trx('searchWords').del();
  await trx.raw(`
    insert into search_words (word, documents)
    select word, ndoc from ts_stat(format('select to_tsvector(''public.site_exact'', search_text(concat_ws('' '', d.title, array_to_string(d.names, '' ''), d.summary)))
      from search_documents d left join pages p on p.id = d.page_id where (d.page_id is null or is_visible(p, %1$L)) and may_have_files(d.collection_id, %1$L, null)', :now::timestamptz)) where word ~ :pattern`,
  { now, pattern: A_WORD });
}

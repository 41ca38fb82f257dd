import type { Db } from '../../platform/db/connect';
import type { TermContent } from './term';

/** Everything that texts may mark; `glossary` is the path of the page that lists terms, null while there is none. */
export async function listMarkedTerms(db: Db, now: Date): Promise<{ key: string; content: TermContent; glossary: string | null }[]> {
  return db('snippets').where('type', 'term').whereRaw(`content -> 'unmarked' is distinct from 'true'`).orderBy('key')
    .select<{ key: string; content: TermContent; glossary: string | null }[]>('key', 'content', db.raw(`(select path_of_type('glossary', ?)) as glossary`, [now]));
}

const MATCHING = `
  with asked as (select websearch_to_tsquery('english', :query) as words)
  select s.key from snippets s, asked
  where s.type = 'term' and (
    position(lower(:query) in lower(s.title)) > 0
    or lower(s.content ->> 'abbreviation') = lower(:query)
    or to_tsvector('english', s.title || ' ' || coalesce(s.content ->> 'abbreviation', ''))
      || jsonb_to_tsvector('english', jsonb_path_query_array(s.content, '$.definition.**.text'), '["string"]')
      || jsonb_to_tsvector('english', jsonb_path_query_array(s.content, '$.definition.**.ref \\? (@ like_regex "^(rfc|bcp|std):")'), '["string"]') @@ asked.words)`;

/**
 * Keys of the terms that have all the words in title, abbreviation and definition, or a title with just these letters
 * (GL-01). RFCs cited without words are found by number, since readers see one. `query` has at most 200 characters.
 */
export async function listMatchingTerms(db: Db, query: string): Promise<string[]> {
  const result = await db.raw<{ rows: { key: string }[] }>(MATCHING, { query });
  return result.rows.map(({ key }) => key);
}

export interface PageWithTerm {
  id: number;
  title: string;
  path: string;
}

/** Public pages whose texts refer to the term, last changed first. */
export async function listPagesWithTerm(db: Db, search: { siteId: number; key: string; now: Date; limit: number }): Promise<PageWithTerm[]> {
  const { siteId, key, now, limit } = search;
  return db('pages as p').where('p.siteId', siteId).whereRaw('is_visible(p, ?)', [now])
    .whereExists(db('pageReferences as r').whereRaw('r.page_id = p.id').where({ 'r.kind': 'term', 'r.key': key }))
    .orderBy([{ column: 'p.lastPublishedAt', order: 'desc' }, { column: 'p.id', order: 'desc' }]).limit(limit)
    .select<PageWithTerm[]>('p.id', 'p.title', 'p.path');
}

import type { ReferenceSearch } from '../../cms/reference-kind';

/** Words of the glossary, by name and abbreviation. */
export const termSearch: ReferenceSearch = {
  sql: `
    select s.key, s.title, array_remove(array[s.content ->> 'abbreviation'], null) as names,
      (select string_agg(part #>> '{}', '') from jsonb_path_query(s.content, 'strict $.definition.**.text', silent => true) part) as summary,
      null as keywords, '' as body, '{}'::text[] as terms, null::date as date, 'current' as status, 0.6::real as boost
    from snippets s where s.type = 'term'`,
  home: 'glossary',
};

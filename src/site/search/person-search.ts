import type { ReferenceSearch } from '../../cms/reference-kind';

/** Those who have a page: people who hold or held an office, unless they are hidden. */
export const personSearch: ReferenceSearch = {
  sql: `
    select h.slug as key, h.name as title, '{}'::text[] as names, h.role as summary,
      (select string_agg(concat_ws(' ', r.title, r.body, r.group_acronym), ' . ') from person_roles r where r.person_slug = h.slug) as keywords,
      coalesce(h.about, '') as body, '{}'::text[] as terms, null::date as date, 'current' as status, 0.8::real as boost
    from people h where h.role is not null or exists (select from person_roles r where r.person_slug = h.slug)`,
  home: 'people',
};

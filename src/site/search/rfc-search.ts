import type { ReferenceSearch } from '../../cms/reference-kind';
import { rfcBox } from '../standards/record-box';
import type { RfcTargetData } from '../standards/rfc-kind';

/**
 * RFCs are found by number, title, people, draft, group and abstract, and by what the title has in parentheses: "Transmission Control
 * Protocol (TCP)". What another one obsoletes stands below it; what many have updated is what many look for.
 */
export const rfcSearch: ReferenceSearch = {
  sql: `
    select r.number::text as key, r.title, array['RFC ' || r.number] || r.series
      || array(select (regexp_matches(r.title, '[(]([^()]{2,12})[)]', 'g'))[1]) as names, null as summary,
      concat_ws(' . ', array_to_string(r.authors, ' . '), 'RFC ' || r.number, array_to_string(r.series, ' . '), r.draft_name, r.group_acronym,
        array_to_string(r.keywords, ' . ')) as keywords,
      coalesce(r.abstract, '') as body, '{}'::text[] as terms, r.published_on as date,
      case when obsolete.yes then 'Obsolete' when r.status = 'Historic' then 'Historic' else 'current' end as status,
      ((case when obsolete.yes or r.status = 'Historic' then 0.2 when r.status in ('Internet Standard', 'Best Current Practice') then 0.6
        when r.status in ('Proposed Standard', 'Draft Standard') then 0.5 when r.status = 'Unknown' then 0.25 else 0.4 end) + 0.05 * least(updates.number, 5))::real as boost
    from rfcs r, lateral (select exists (select from rfc_relations x where x.number = r.number and x.relation = 'obsoleted-by') as yes) obsolete,
      lateral (select count(*) as number from rfc_relations x where x.number = r.number and x.relation = 'updated-by') updates`,
  home: null,
  // "rfc9110", "RFC 9110", "rfc-0822", "rfc9110.html"; a bare number from the days of four digits on
  shortcut: (query) => /^rfc[ :#-]?0*([1-9]\d{0,5})(?:\.(?:html|txt|pdf))?$/.exec(query)?.[1] ?? /^0?([1-9]\d{3,4})$/.exec(query)?.[1],
  box: ({ data, url }) => (url === null ? null : rfcBox((data as RfcTargetData).rfc, url)),
};

/** "bcp 14", "BCP14", "std 97": the number stays while the RFCs behind it change. */
export function seriesSearch(kind: string): ReferenceSearch {
  const written = new RegExp(`^${kind}[ :#-]?0*([1-9]\\d{0,3})$`);
  return { sql: null, home: null, shortcut: (query) => written.exec(query)?.[1] };
}

/** The name of a draft, with or without its version: "draft-ietf-quic-http-34". */
export const draftSearch: ReferenceSearch = {
  sql: null,
  home: null,
  shortcut: (query) => /^(draft(?:-[a-z0-9]+){2,}?)(?:-\d\d)?(?:\.(?:txt|html|xml))?$/.exec(query)?.[1],
};

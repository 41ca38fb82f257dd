import { z } from 'zod';
import type { ReferenceKind } from '../../cms/reference-kind';
import type { Source } from '../../cms/references/source';
import { formatMonth } from '../../platform/dates';
import { seriesSearch } from '../search/rfc-search';
import { namesOf } from './rfc';
import { RFC_LIST_PATH, seriesUrl, type SeriesKind } from './rfc-urls';
import { seriesCompletion } from './standards-completion';

const member = z.object({
  number: z.number(), title: z.string(), status: z.string(), date: z.string(), authors: z.array(z.string()),
  seriesTitle: z.string().nullable(), listPath: z.string().nullable(),
});

/** `bcp:14` and `std:97`: a number that stays while the RFCs behind it change. It exists when one of our RFCs belongs to it. */
export function seriesKind(kind: SeriesKind, label: string): ReferenceKind {
  const prefix = kind.toUpperCase();
  return {
    kind,
    label,
    inline: 'chip',
    bibliographic: true,
    parseKey: (key) => /^0*([1-9]\d{0,3})$/.exec(key)?.[1],
    search: seriesSearch(kind),
    select: {
      sql: `select '${kind}' as kind, wanted.key as key, jsonb_agg(jsonb_build_object(
          'number', r.number, 'title', r.title, 'status', r.status, 'date', to_char(r.published_on, 'YYYY-MM-DD'), 'authors', to_jsonb(r.authors),
          'seriesTitle', s.title, 'listPath', ${RFC_LIST_PATH}
        ) order by r.number) as data
        from unnest(?::text[]) as wanted(key) join rfcs r on r.series @> array['${prefix} ' || wanted.key]
          left join rfc_series s on s.kind = '${prefix}' and s.number = wanted.key::integer
        group by wanted.key`,
      bindings: (keys, now) => [now, keys],
    },
    complete: seriesCompletion(kind),
    target(key, row) {
      const members = z.array(member).min(1).parse(row);
      const first = members[0]!;
      const latest = members.at(-1)!;
      const rfcs = members.map(({ number }) => `RFC ${number}`).join(', ');
      const data: Source = { tag: `${prefix}${key}`, authors: namesOf(first.authors), date: formatMonth(latest.date), detail: `${first.status}, ${rfcs}` };
      return { kind, key, label: `${prefix} ${key}`, title: first.seriesTitle ?? first.title, url: seriesUrl(kind, key, first.listPath), detail: rfcs, data, inner: [] };
    },
  };
}

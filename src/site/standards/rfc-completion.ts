import { z } from 'zod';
import type { ReferenceCompletion } from '../../cms/reference-kind';
import { RFC_FACTS } from './rfc';
import { statusWord } from './status-words';

/** Of words that thousands of titles have, so many are compared. */
const MOST_COMPARED = 300;
const LARGEST = 999_999;

const facts = z.object({ status: z.string(), obsoletedBy: z.array(z.number()) });

/** "911" means 911, then 9110 to 9119 and so on; "http sem" the words of a title, the last one unfinished. */
export const rfcCompletion: ReferenceCompletion = {
  select({ text, query, limit }) {
    const number = /^(?:rfc)?[\s:#-]*0*([1-9]\d{0,5})$/i.exec(text)?.[1];
    const words = number === undefined ? query : '';
    if (number === undefined && words === '') return null;
    const ranges = number === undefined ? [] : rangesOf(number);
    return {
      sql: `select 'rfc' as kind, r.number::text as key, ${RFC_FACTS} || jsonb_build_object('listPath', null) as data, found.rank
        from (
          (select r.number, (case when r.number = ? then 3 else 2 end)::real as rank, 0::real as boost from rfcs r
            where exists (select from unnest(?::int[], ?::int[]) as w(low, high) where r.number between w.low and w.high) order by r.number limit ?)
          union all
          (select d.key::int, (case when lower(d.title) like ? then 2 else 1 end)::real, d.boost from (
            select d.key, d.title, d.boost from search_documents d where d.kind = 'rfc' and ? <> '' and d.head @@ to_tsquery('public.site_exact', ?) limit ${MOST_COMPARED}) d)
        ) found join rfcs r on r.number = found.number
        order by found.rank desc, found.boost desc, r.number limit ?`,
      bindings: [Number(number ?? 0), ranges.map(({ low }) => low), ranges.map(({ high }) => high), limit, beginningOf(words === '' ? '' : text), words, words, limit],
    };
  },
  status(row) {
    const { status, obsoletedBy } = facts.parse(row);
    return statusWord(status, obsoletedBy.length > 0);
  },
};

function beginningOf(text: string): string {
  return `${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
}

/** The numbers that begin with these digits. */
function rangesOf(digits: string): { low: number; high: number }[] {
  const ranges: { low: number; high: number }[] = [];
  for (let low = Number(digits), width = 1; low <= LARGEST; low *= 10, width *= 10) ranges.push({ low, high: low + width - 1 });
  return ranges;
}

import { z } from 'zod';

/** Of a name given twice the first counts. */
const one = z.union([z.string(), z.array(z.string()).transform((list) => list[0] ?? '')]).default('');

/** Check boxes: none, one or several. What is no value of the facet finds nothing, so it is not refused. */
const several = z.union([z.string().transform((value) => [value]), z.array(z.string())]).default([])
  .transform((values) => [...new Set(values)].filter((value) => value !== '' && value.length <= 100 && !value.includes('\0')).slice(0, 20));

/** What somebody typed is judged by `parseQuery`, which answers in words; a page that is no number is the first, one beyond the end the last (SEARCH-06). */
export const searchQuerySchema = z.object({
  query: one,
  topic: several,
  type: several,
  year: several.transform((years) => years.filter((year) => /^\d{4}$/.test(year)).map(Number)),
  sort: one.transform((sort) => (sort === 'date' ? 'date' as const : 'best' as const)),
  page: one.transform((page) => pageNumber(page)),
});

export type SearchQuery = z.infer<typeof searchQuerySchema>;

const LAST = 100_000;

function pageNumber(typed: string): number {
  if (!/^[+-]?\d+$/.test(typed)) return 1;
  const number = Number(typed);
  return number < 1 || number > LAST ? LAST : number;
}

export const suggestionQuerySchema = z.object({ query: one });

import { z } from 'zod';
import { pageNumber, queryString, type ListQuery } from '../../cms/pages/pager';
import type { ActiveFilter, FilterLink } from '../../cms/pages/view-parts';
import type { EventCount, EventFilter } from './queries';

/** EV-04: every kind that an event may be of, as a filter names it. */
const TYPES: Readonly<Record<string, string>> = {
  meeting: 'IETF meetings', interim: 'Interim meetings', hackathon: 'Hackathons', other: 'Other events',
};

const nothing = z.literal('');

/** '' where a form sent an empty field: as if it were not there (URL-04). */
export const eventQuery = z.object({
  type: z.union([nothing, z.string().refine((type) => Object.hasOwn(TYPES, type))]).optional(),
  year: z.union([nothing, z.string().regex(/^\d{4}$/)]).optional(),
  page: z.union([nothing, pageNumber.unwrap()]).optional(),
});

export type EventQuery = z.infer<typeof eventQuery>;

export function filterOf({ type, year }: EventQuery): EventFilter {
  return { type: type || null, year: year || null };
}

/** In the fixed order (URL-03), without the page. */
export function listQueryOf({ type, year }: EventFilter): ListQuery {
  return [['type', type], ['year', year]];
}

/** Where a query leads that says the same as a shorter one; null: nowhere, it is the short one. The first page has no number (LIST-01). */
export function cleanUrl(url: string, query: EventQuery): { url: string; status: 301 | 302 } | null {
  const empty = Object.values(query).includes('');
  if (!empty && query.page !== 1) return null;
  const page = query.page === 1 ? null : query.page ?? null;
  return { url: url + queryString([...listQueryOf(filterOf(query)), ['page', page]]), status: empty ? 302 : 301 };
}

/** URL-01: a year is known from the first event of the list to next year, or to its last event. `today`: the site's ISO day. */
export function isKnownYear(counts: readonly EventCount[], year: string, today: string): boolean {
  const years = counts.flatMap((count) => (count.year === null ? [] : [Number(count.year)]));
  const thisYear = Number(today.slice(0, 4));
  return Number(year) >= Math.min(thisYear, ...years) && Number(year) <= Math.max(thisYear + 1, ...years);
}

export function countMatching(counts: readonly EventCount[], { type, year }: EventFilter): number {
  return counts.filter((count) => (type === null || count.type === type) && (year === null || count.year === year)).reduce((sum, { count }) => sum + count, 0);
}

/** One link for each kind and each year that there is; empty where there would be one only. Each keeps the other filter (URL-02). */
export function filterLinks(url: string, counts: readonly EventCount[], filter: EventFilter): { types: FilterLink[]; years: FilterLink[] } {
  const link = (text: string, to: EventFilter): FilterLink => (
    { text, url: url + queryString(listQueryOf(to)), current: to.type === filter.type && to.year === filter.year }
  );
  const types = Object.keys(TYPES).filter((type) => counts.some((count) => count.type === type));
  const years = [...new Set(counts.flatMap(({ year }) => year ?? []))].sort().reverse();
  return {
    types: types.length < 2 ? [] : [link('All kinds', { ...filter, type: null }), ...types.map((type) => link(TYPES[type]!, { ...filter, type }))],
    years: years.length < 2 ? [] : [link('All years', { ...filter, year: null }), ...years.map((year) => link(year, { ...filter, year }))],
  };
}

/** "Interim meetings, 2025"; '' without a filter. */
export function filterWords({ type, year }: EventFilter): string {
  return [type === null ? null : TYPES[type], year].filter(Boolean).join(', ');
}

/** What is switched on, each with the address without it. */
export function activeFilters(url: string, { type, year }: EventFilter): ActiveFilter[] {
  const active = (text: string | null | undefined, without: EventFilter): ActiveFilter[] => (text ? [{ text, removeUrl: url + queryString(listQueryOf(without)) }] : []);
  return [...active(type && TYPES[type], { type: null, year }), ...active(year, { type, year: null })];
}

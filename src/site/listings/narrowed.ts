import { queryString, type ListQuery } from '../../cms/pages/pager';
import type { ActiveFilter, CountedLink, DateFilter } from '../../cms/pages/view-parts';
import type { Facets, TopicName } from './facet-queries';
import type { DayInput } from './list-query';

/** What a list is narrowed by; null: not. Days are ISO, both inclusive. */
export interface Narrowed {
  readonly topic: TopicName | null;
  readonly status: string | null;
  readonly year: number | null;
  readonly from: string | null;
  readonly to: string | null;
}

export const NOT_NARROWED: Narrowed = { topic: null, status: null, year: null, from: null, to: null };

/** Where a list narrowed so stands: a topic may be part of the path. */
export type AddressOf = (narrowed: Narrowed) => { readonly url: string; readonly query: ListQuery };

/** Words of one list for what its parts are called. */
export interface ListWords {
  readonly one: string;
  readonly many: string;
  status(status: string): string;
}

export function hrefOf(address: AddressOf, narrowed: Narrowed): string {
  const { url, query } = address(narrowed);
  return url + queryString(query);
}

export function isNarrowed(narrowed: Narrowed): boolean {
  return Object.values(narrowed).some((value) => value !== null);
}

/** BLOG-08: "3 posts, filtered by Security & privacy, dates after 2024-01-01", "42 posts". */
export function sentenceOf(total: number, narrowed: Narrowed, words: ListWords): string {
  const { topic, status, year } = narrowed;
  const parts = [topic?.title, status && words.status(status), year === null ? null : `the year ${year}`, datesOf(narrowed)].filter(Boolean);
  return `${total} ${total === 1 ? words.one : words.many}${parts.length === 0 ? '' : `, filtered by ${parts.join(', ')}`}`;
}

function datesOf({ from, to }: Narrowed): string | null {
  if (from !== null && to !== null) return `dates between ${from} & ${to}`;
  if (from !== null) return `dates after ${from}`;
  return to === null ? null : `dates before ${to}`;
}

/** Each filter that is on, with the address of the list without it (URL-02). */
export function activeFilters(narrowed: Narrowed, address: AddressOf, words: ListWords): ActiveFilter[] {
  const { topic, status, year, from, to } = narrowed;
  const one = (text: string | null | undefined, name: keyof Narrowed): ActiveFilter[] => (
    text ? [{ text, removeUrl: hrefOf(address, { ...narrowed, [name]: null }) }] : []
  );
  return [
    ...one(topic?.title, 'topic'),
    ...one(status && words.status(status), 'status'),
    ...one(year === null ? null : String(year), 'year'),
    ...one(from && `From ${from}`, 'from'),
    ...one(to && `Until ${to}`, 'to'),
  ];
}

/** Topics by name; those that lead to nothing only when they are on. */
export function topicLinks({ topics }: Facets, narrowed: Narrowed, address: AddressOf): CountedLink[] {
  return byTitle(topics).map(({ key, title, count }) => ({ text: title, count, ...linked(narrowed, address, { topic: { key, title } }, narrowed.topic?.key === key) })).filter(leads);
}

export function yearLinks({ years }: Facets, narrowed: Narrowed, address: AddressOf): CountedLink[] {
  return years.map(({ year, count }) => ({ text: String(year), count, ...linked(narrowed, address, { year }, narrowed.year === year) })).filter(leads);
}

/** In the order of `known`. */
export function statusLinks({ statuses }: Facets, known: readonly string[], narrowed: Narrowed, at: { address: AddressOf; words: ListWords }): CountedLink[] {
  return known.flatMap((status) => statuses.filter((facet) => facet.status === status))
    .map(({ status, count }) => ({ text: at.words.status(status), count, ...linked(narrowed, at.address, { status }, narrowed.status === status) })).filter(leads);
}

function linked(narrowed: Narrowed, address: AddressOf, change: Partial<Narrowed>, current: boolean): { url: string; current: boolean } {
  return { url: hrefOf(address, { ...narrowed, ...change }), current };
}

function leads({ count, current }: CountedLink): boolean {
  return count !== 0 || current;
}

/** URL-01: years from the first entry's to the next one; a list without entries knows this year and the next. */
export function isYearOf({ years }: Facets, year: number, thisYear: number): boolean {
  return year >= Math.min(thisYear, ...years.map((known) => known.year)) && year <= thisYear + 1;
}

/** BLOG-09: topics in use by name, every value remembered: days as browsers want them, what is none as it was typed. `kept`: filters that have no field. */
export function filterForm(
  { topics }: Facets, narrowed: Narrowed, { action, from, to, kept }: { action: string; from: DayInput; to: DayInput; kept: DateFilter['kept'] },
): DateFilter {
  const known = topics.some(({ key }) => key === narrowed.topic?.key);
  const all = narrowed.topic === null || known ? topics : [...topics, narrowed.topic];
  return {
    action,
    topics: byTitle(all).map(({ key, title }) => ({ value: key, text: title, selected: key === narrowed.topic?.key })),
    from: from.day ?? from.typed, to: to.day ?? to.typed, fromProblem: from.problem, toProblem: to.problem,
    kept,
  };
}

function byTitle<Topic extends TopicName>(topics: readonly Topic[]): Topic[] {
  return [...topics].sort((one, other) => one.title.localeCompare(other.title, 'en') || (one.key < other.key ? -1 : 1));
}

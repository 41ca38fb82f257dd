/** What a list of the library shows: filters, order and place. All of it stands in the address. */

export const SORTS = ['newest', 'oldest', 'title', 'largest'] as const;
export type Sort = (typeof SORTS)[number];

/** What every list has; kinds add filters of their own, null for none. */
export interface Listing {
  /** '' for all. Looks for every word in title, file name and what else the kind says in words. */
  readonly q: string;
  readonly tag: string | null;
  readonly collection: number | null;
  readonly use: 'used' | 'unused' | null;
  readonly sort: Sort;
  readonly trash: boolean;
  /** From 1. */
  readonly page: number;
}

export const PER_PAGE = 48;

/** What does not stand in an address, since it would be so anyway. */
const USUAL = new Map<string, unknown>([['q', ''], ['sort', 'newest'], ['view', 'grid'], ['trash', false], ['page', 1]]);

/** These say in which order, in which look and where in it; everything else narrows the list. */
const NO_FILTERS = new Set(['sort', 'view', 'trash', 'page']);

/** Name and value of everything that is not as it would be anyway. */
export function fieldsOf(listing: Listing): Map<string, string> {
  const all = Object.entries(listing) as [string, string | number | boolean | null][];
  return new Map(all.filter(([name, value]) => value !== null && value !== USUAL.get(name)).map(([name, value]) => [name, value === true ? '1' : String(value)]));
}

export function isFiltered(listing: Listing): boolean {
  return [...fieldsOf(listing).keys()].some((name) => !NO_FILTERS.has(name));
}

/** The same list with something else: its first page, unless the change says which. */
export function listUrl(base: string, listing: Listing, change: Readonly<Record<string, string | number | boolean | null>> = {}): string {
  return withQuery(base, fieldsOf({ ...listing, page: 1, ...change }));
}

/** The first page of all of it. */
export function unfilteredUrl(base: string, listing: Listing): string {
  return withQuery(base, [...fieldsOf({ ...listing, page: 1 })].filter(([name]) => NO_FILTERS.has(name)));
}

/** The same list, at the same place, with one file opened beside it. */
export function itemUrl(base: string, id: number, listing: Listing): string {
  return withQuery(`${base}/${id}`, fieldsOf(listing));
}

export function withQuery(path: string, names: Iterable<readonly [string, string]>): string {
  const query = new URLSearchParams([...names].map(([name, value]) => [name, value])).toString();
  return query === '' ? path : `${path}?${query}`;
}

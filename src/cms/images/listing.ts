/** What a list of the library shows: filters, order and place. All of it stands in the address. */

export const ALT_STATES = ['undecided', 'described', 'decorative', 'each-time'] as const;
export type AltState = (typeof ALT_STATES)[number];

export const SORTS = ['newest', 'oldest', 'title', 'largest'] as const;
export type Sort = (typeof SORTS)[number];

/** From here on a file is worth a look: 2 MB. */
export const LARGE_BYTES = 2_000_000;

export interface Listing {
  /** '' for all. Looks for every word in title, description, credit and file name. */
  readonly q: string;
  readonly tag: string | null;
  readonly collection: number | null;
  readonly alt: AltState | null;
  readonly use: 'used' | 'unused' | null;
  readonly size: 'large' | null;
  readonly sort: Sort;
  readonly view: 'grid' | 'list';
  readonly trash: boolean;
  /** From 1. */
  readonly page: number;
}

export const NO_FILTERS = { q: '', tag: null, collection: null, alt: null, use: null, size: null } as const satisfies Partial<Listing>;

export function isFiltered({ q, tag, collection, alt, use, size }: Listing): boolean {
  return q !== '' || tag !== null || collection !== null || alt !== null || use !== null || size !== null;
}

/** The same list with something else: its first page, unless the change says which. */
export function listUrl(base: string, listing: Listing, change: Partial<Listing> = {}): string {
  return withQuery(base, new URLSearchParams([...fieldsOf({ ...listing, page: 1, ...change })]));
}

/** The same list, at the same place, with one image opened beside it. */
export function itemUrl(base: string, id: number, listing: Listing): string {
  return listUrl(`${base}/${id}`, listing, { page: listing.page });
}

/** Name and value of everything that is not as it would be anyway. */
export function fieldsOf({ q, tag, collection, alt, use, size, sort, view, trash, page }: Listing): Map<string, string> {
  const all: Record<string, string | null> = {
    q: q || null, tag, collection: collection === null ? null : String(collection), alt, use, size, sort: sort === 'newest' ? null : sort,
    view: view === 'grid' ? null : view, trash: trash ? '1' : null, page: page === 1 ? null : String(page),
  };
  return new Map(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null));
}

export function withQuery(path: string, names: URLSearchParams): string {
  const query = names.toString();
  return query === '' ? path : `${path}?${query}`;
}

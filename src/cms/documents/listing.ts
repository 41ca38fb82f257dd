import { withQuery } from '../images/listing';

/** What a list of documents shows: filters, order and place. All of it stands in the address. */

export const KINDS = ['pdf', 'office', 'text', 'other'] as const;
export type Kind = (typeof KINDS)[number];

export const TEXT_FILTERS = ['read', 'none', 'failed', 'waiting'] as const;

export const SORTS = ['newest', 'oldest', 'title', 'largest'] as const;
export type Sort = (typeof SORTS)[number];

export interface Listing {
  /** '' for all. Looks for every word in title, description and file name. */
  readonly q: string;
  readonly tag: string | null;
  readonly collection: number | null;
  readonly kind: Kind | null;
  readonly text: (typeof TEXT_FILTERS)[number] | null;
  readonly use: 'used' | 'unused' | null;
  readonly sort: Sort;
  readonly trash: boolean;
  /** From 1. */
  readonly page: number;
}

export const NO_FILTERS = { q: '', tag: null, collection: null, kind: null, text: null, use: null } as const satisfies Partial<Listing>;

export function isFiltered({ q, tag, collection, kind, text, use }: Listing): boolean {
  return q !== '' || [tag, collection, kind, text, use].some((value) => value !== null);
}

export const BASE = '/admin/documents';

/** The same list with something else: its first page, unless the change says which. */
export function listUrl(listing: Listing, change: Partial<Listing> = {}): string {
  return withQuery(BASE, new URLSearchParams([...fieldsOf({ ...listing, page: 1, ...change })]));
}

/** The same list, at the same place, with one document opened beside it. */
export function itemUrl(id: number, listing: Listing): string {
  return withQuery(`${BASE}/${id}`, new URLSearchParams([...fieldsOf(listing)]));
}

/** The list in its own address, as forms carry it: `?q=map&page=2`. */
export function queryOf(listing: Listing): string {
  return withQuery('', new URLSearchParams([...fieldsOf(listing)]));
}

/** Name and value of everything that is not as it would be anyway. */
export function fieldsOf({ q, tag, collection, kind, text, use, sort, trash, page }: Listing): Map<string, string> {
  const all: Record<string, string | null> = {
    q: q || null, tag, collection: collection === null ? null : String(collection), kind, text, use, sort: sort === 'newest' ? null : sort,
    trash: trash ? '1' : null, page: page === 1 ? null : String(page),
  };
  return new Map(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null));
}

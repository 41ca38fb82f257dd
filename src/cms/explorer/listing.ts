/** What a list of the explorer shows: its scope, filters, order and place. All of it stands in the address. */

export const STATUSES = ['live', 'waiting', 'draft', 'scheduled', 'expired', 'private', 'locked'] as const;
export type Status = (typeof STATUSES)[number];

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  live: 'Live', waiting: 'Live, edits waiting', draft: 'Draft', scheduled: 'Scheduled', expired: 'Expired', private: 'Private', locked: 'Locked',
};

/** `place`: as readers see a level; below a page, where the pages stand in the tree. With a hyphen before it: the other way round. */
export const SORTS = ['place', 'title', '-title', '-changed', 'changed', '-place'] as const;
export type Sort = (typeof SORTS)[number];

/** Of the page that a list goes on from: what it was sorted by, and its id. A page that moves meanwhile does not take the list with it. */
export interface Cursor {
  readonly id: number;
  readonly key: string;
}

export interface Listing {
  /** '' for all. Looks for every word, in title and address, in everything below. */
  readonly q: string;
  readonly type: string | null;
  readonly status: Status | null;
  readonly owner: number | null;
  /** ISO day, in the person's zone. */
  readonly since: string | null;
  /** Everything below instead of one level. */
  readonly deep: boolean;
  readonly sort: Sort;
  readonly after: Cursor | null;
  readonly before: Cursor | null;
  readonly reorder: boolean;
}

export function isFiltered({ q, type, status, owner, since }: Listing): boolean {
  return q !== '' || type !== null || status !== null || owner !== null || since !== null;
}

/** Whether the list is of more than one level. */
export function isDeep({ deep, q }: Listing): boolean {
  return deep || q !== '';
}

/** The order that readers see is changed where it is seen: the whole level, nothing left out. */
export function isReordering(listing: Listing): boolean {
  return listing.reorder && !isFiltered(listing) && !isDeep(listing);
}

/** The same list with something else: its first page, unless the change says where. */
export function addressOf(base: string, listing: Listing, change: Partial<Listing> = {}): string {
  const names = fieldsOf({ ...listing, after: null, before: null, ...change });
  const query = new URLSearchParams([...names]).toString();
  return query === '' ? base : `${base}?${query}`;
}

/** Name and value of everything that is not as it would be anyway. */
export function fieldsOf({ q, type, status, owner, since, deep, sort, after, before, reorder }: Listing): Map<string, string> {
  const all: Record<string, string | null> = {
    q: q || null, type, status, owner: owner === null ? null : String(owner), since, deep: deep ? '1' : null, sort: sort === 'place' ? null : sort,
    reorder: reorder ? '1' : null, after: after && `${after.id}.${after.key}`, before: before && `${before.id}.${before.key}`,
  };
  return new Map(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null));
}

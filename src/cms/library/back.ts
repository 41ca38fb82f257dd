import type { Done } from './forms';
import { fieldsOf, withQuery, type Listing } from './listing';

interface Back {
  readonly done: Done;
  /** Whose pane is open beside the list; left out: the list alone. */
  readonly openId?: number;
  /** How many files it was done to. */
  readonly n?: number;
  /** The one that it was done to, so that the note can offer to take it back. */
  readonly about?: number;
}

/**
 * Where a form of the library leads when it is done: to the list that it was sent from. That list stands in the form's own address
 * (`POST /admin/images/9/trash?q=map&page=2`), so that it needs no field of its own.
 */
export function backTo(base: string, listing: Listing, { done, openId, n, about }: Back): string {
  const said = Object.entries({ done, n, about }).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const]));
  return withQuery(openId === undefined ? base : `${base}/${openId}`, [...fieldsOf(listing), ...said]);
}

import type { ListedPage } from './list-queries';
import { keyOf, type Asked } from './list-sql';
import type { Cursor } from './listing';

/** Addresses of the page of a list before this one and the one after; null where it ends. */
export interface Turns {
  readonly previous: string | null;
  readonly next: string | null;
}

/** `more`: the list goes on in the direction in which it was read. `urlFor`: the same list from a cursor; without one from its beginning. */
export function turnsOf(asked: Asked, pages: readonly ListedPage[], more: boolean, urlFor: (cursor: { after?: Cursor; before?: Cursor }) => string): Turns {
  const { after, before } = asked.listing;
  const isBack = before !== null && after === null;
  const [first, last] = [pages[0], pages.at(-1)];
  const cursor = (page: ListedPage): Cursor => ({ id: page.id, key: keyOf(asked, page) });
  const hasPrevious = isBack ? more : after !== null;
  return {
    // what was here may be gone meanwhile: back to the beginning, then
    previous: hasPrevious ? urlFor(first ? { before: cursor(first) } : {}) : null,
    next: last && (isBack || more) ? urlFor({ after: cursor(last) }) : null,
  };
}

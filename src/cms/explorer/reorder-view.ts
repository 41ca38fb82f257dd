import { may } from '../../accounts/permissions';
import { pageTarget } from '../pages/on-page';
import type { ListedPage } from './list-queries';
import { addressOf, fieldsOf, isDeep, isFiltered, type Listing } from './listing';
import { countWords, type Reader } from './row-view';
import type { ReorderView } from './views';

interface Given {
  readonly reader: Reader;
  readonly base: string;
  readonly listing: Listing;
  readonly query: { readonly done: string | null; readonly n: number; readonly undo: number | 'end' | null };
  readonly self: ListedPage | null;
  /** The page that was moved last. */
  readonly moved: ListedPage | null;
  readonly turns: { readonly previous: string | null; readonly next: string | null };
}

/** The switch to the mode, and what the mode says. Null where there is no order to change. */
export function reorderView({ reader, base, listing, query, self, moved, turns }: Given): ReorderView | null {
  if (!self || self.below < 2 || isFiltered(listing) || isDeep(listing) || !may(reader.user, 'edit', pageTarget(self))) return null;
  const isHere = moved?.parentId === self.id;
  return {
    on: listing.reorder,
    url: addressOf(base, listing, { reorder: !listing.reorder, sort: 'place' }),
    where: self.parentId === null ? 'in lists of the pages of this level' : `on the page “${self.title}”, in menus and in “In this section”`,
    moved: isHere ? `“${moved.title}” is ${query.done === 'put-back' ? 'back at' : 'now at'} place ${query.n} of ${countWords(self.below)}.` : null,
    undo: isHere && query.undo !== null && query.done === 'reordered' ? { id: moved.id, version: moved.version, before: query.undo === 'end' ? '' : String(query.undo) } : null,
    list: new URLSearchParams([...fieldsOf(listing)]).toString(),
    isFirstPage: turns.previous === null,
    isLastPage: turns.next === null,
  };
}

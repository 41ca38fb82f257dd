import type { Choice, Field, FilterMenu, Link } from '../explorer/views';
import type { LibraryFacts } from './list-queries';
import { ALT_STATES, fieldsOf, isFiltered, listUrl, NO_FILTERS, SORTS, type AltState, type Listing, type Sort } from './listing';
import type { LibraryView } from './views';

type FiltersView = Pick<LibraryView, 'q' | 'kept' | 'active' | 'menus' | 'sort' | 'views' | 'clearUrl'>;

/** Everything about a list that stands in its address, as links. A filter that is on is no menu any more but a chip that takes it off. */
export function filtersView(base: string, listing: Listing, facts: Pick<LibraryFacts, 'collections' | 'tags'>): FiltersView {
  const to = (change: Partial<Listing>): string => listUrl(base, listing, change);
  const choice = (text: string, change: Partial<Listing>, on = false): Choice => ({ text, url: to(change), on });
  const menus: (FilterMenu & { isOn: boolean })[] = [
    { label: 'Alt decision', isOn: listing.alt !== null, choices: ALT_STATES.map((alt) => choice(ALT_WORDS[alt], { alt })) },
    { label: 'Use', isOn: listing.use !== null, choices: [choice('In use', { use: 'used' }), choice('Unused', { use: 'unused' })] },
    { label: 'Collection', isOn: listing.collection !== null, choices: facts.collections.map(({ id, name }) => choice(name, { collection: id })) },
    { label: 'Tag', isOn: listing.tag !== null, choices: facts.tags.map((tag) => choice(tag, { tag })) },
    { label: 'Size', isOn: listing.size !== null, choices: [choice('Larger than 2 MB', { size: 'large' })] },
  ];
  return {
    q: listing.q, kept: keptOf(listing), active: activeOf(listing, facts, to),
    menus: menus.filter(({ isOn, choices }) => !isOn && choices.length > 0),
    sort: { label: SORT_WORDS[listing.sort], choices: SORTS.map((sort) => choice(SORT_WORDS[sort], { sort }, sort === listing.sort)) },
    views: [choice('Grid', { view: 'grid', page: listing.page }, listing.view === 'grid'), choice('List', { view: 'list', page: listing.page }, listing.view === 'list')],
    clearUrl: isFiltered(listing) ? to(NO_FILTERS) : null,
  };
}

const ALT_WORDS: Readonly<Record<AltState, string>> = {
  undecided: 'No alt decision', described: 'Described', decorative: 'Decoration', 'each-time': 'Asked each time',
};

const SORT_WORDS: Readonly<Record<Sort, string>> = { newest: 'Newest first', oldest: 'Oldest first', title: 'Title, A to Z', largest: 'Largest first' };

function activeOf({ alt, use, collection, tag, size }: Listing, { collections }: Pick<LibraryFacts, 'collections'>, to: (change: Partial<Listing>) => string): Link[] {
  return [
    ...(alt === null ? [] : [{ text: ALT_WORDS[alt], url: to({ alt: null }) }]),
    ...(use === null ? [] : [{ text: use === 'used' ? 'In use' : 'Unused', url: to({ use: null }) }]),
    ...(collection === null ? [] : [{ text: collections.find(({ id }) => id === collection)?.name ?? 'Another collection', url: to({ collection: null }) }]),
    ...(tag === null ? [] : [{ text: `Tag: ${tag}`, url: to({ tag: null }) }]),
    ...(size === null ? [] : [{ text: 'Larger than 2 MB', url: to({ size: null }) }]),
  ];
}

/** What a search carries along. */
function keptOf(listing: Listing): Field[] {
  const fields = fieldsOf({ ...listing, page: 1 });
  fields.delete('q');
  return [...fields].map(([name, value]) => ({ name, value }));
}

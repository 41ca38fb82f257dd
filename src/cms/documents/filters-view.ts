import type { Choice, Field, Link } from '../explorer/views';
import type { LibraryFacts } from './list-queries';
import { fieldsOf, isFiltered, KINDS, listUrl, NO_FILTERS, SORTS, TEXT_FILTERS, type Kind, type Listing, type Sort } from './listing';
import type { LibraryView } from './views';

type FiltersView = Pick<LibraryView, 'q' | 'kept' | 'active' | 'menus' | 'sort' | 'clearUrl'>;

/** Everything about a list that stands in its address, as links. A filter that is on is no menu any more but a chip that takes it off. */
export function filtersView(listing: Listing, facts: Pick<LibraryFacts, 'collections' | 'tags'>): FiltersView {
  const choice = (text: string, change: Partial<Listing>, on = false): Choice => ({ text, url: listUrl(listing, change), on });
  const menus = [
    { label: 'Type', isOn: listing.kind !== null, choices: KINDS.map((kind) => choice(KIND_WORDS[kind], { kind })) },
    { label: 'Text', isOn: listing.text !== null, choices: TEXT_FILTERS.map((text) => choice(TEXT_WORDS[text], { text })) },
    { label: 'Use', isOn: listing.use !== null, choices: [choice('In use', { use: 'used' }), choice('Unused', { use: 'unused' })] },
    { label: 'Collection', isOn: listing.collection !== null, choices: facts.collections.map(({ id, name }) => choice(name, { collection: id })) },
    { label: 'Tag', isOn: listing.tag !== null, choices: facts.tags.map((tag) => choice(tag, { tag })) },
  ];
  return {
    q: listing.q, kept: keptOf(listing), active: activeOf(listing, facts),
    menus: menus.filter(({ isOn, choices }) => !isOn && choices.length > 0).map(({ label, choices }) => ({ label, choices })),
    sort: { label: SORT_WORDS[listing.sort], choices: SORTS.map((sort) => choice(SORT_WORDS[sort], { sort }, sort === listing.sort)) },
    clearUrl: isFiltered(listing) ? listUrl(listing, NO_FILTERS) : null,
  };
}

const KIND_WORDS: Readonly<Record<Kind, string>> = { pdf: 'PDF', office: 'Office', text: 'Plain text', other: 'Archives' };

const TEXT_WORDS: Readonly<Record<NonNullable<Listing['text']>, string>> = { read: 'Searched', none: 'No text in it', failed: 'Cannot be read', waiting: 'Not read yet' };

const SORT_WORDS: Readonly<Record<Sort, string>> = { newest: 'Newest first', oldest: 'Oldest first', title: 'Title, A to Z', largest: 'Largest first' };

function activeOf(listing: Listing, { collections }: Pick<LibraryFacts, 'collections'>): Link[] {
  const { kind, text, use, collection, tag } = listing;
  const chip = (words: string, change: Partial<Listing>): Link => ({ text: words, url: listUrl(listing, change) });
  return [
    ...(kind === null ? [] : [chip(KIND_WORDS[kind], { kind: null })]),
    ...(text === null ? [] : [chip(TEXT_WORDS[text], { text: null })]),
    ...(use === null ? [] : [chip(use === 'used' ? 'In use' : 'Unused', { use: null })]),
    ...(collection === null ? [] : [chip(collections.find(({ id }) => id === collection)?.name ?? 'Another collection', { collection: null })]),
    ...(tag === null ? [] : [chip(`Tag: ${tag}`, { tag: null })]),
  ];
}

/** What a search carries along. */
function keptOf(listing: Listing): Field[] {
  const fields = fieldsOf({ ...listing, page: 1 });
  fields.delete('q');
  return [...fields].map(([name, value]) => ({ name, value }));
}

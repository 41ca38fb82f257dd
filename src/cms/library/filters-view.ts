import type { Choice, Field, Link } from '../explorer/views';
import type { LibraryFacts } from './list-queries';
import { fieldsOf, isFiltered, listUrl, SORTS, unfilteredUrl, type Listing, type Sort } from './listing';
import type { FiltersView } from './views';

/** A filter of a kind's own: its name in the address, and every choice in words. */
export interface OwnFilter {
  readonly name: string;
  readonly label: string;
  readonly choices: Readonly<Record<string, string>>;
}

const USE: OwnFilter = { name: 'use', label: 'Use', choices: { used: 'In use', unused: 'Unused' } };

const SORT_WORDS: Readonly<Record<Sort, string>> = { newest: 'Newest first', oldest: 'Oldest first', title: 'Title, A to Z', largest: 'Largest first' };

/** Everything about a list that stands in its address, as links. A filter that is on is no menu any more but a chip that takes it off. */
export function filtersView(base: string, listing: Listing, facts: Pick<LibraryFacts, 'collections' | 'tags'>, own: readonly OwnFilter[]): FiltersView {
  const on = new Map(fieldsOf(listing));
  const to = (name: string, value: string | number | null): string => listUrl(base, listing, { [name]: value });
  const filters: Filter[] = [
    ...[...own, USE].map(({ name, label, choices }) => ({ name, label, chip: (value: string) => choices[value] ?? value, choices: Object.entries(choices) })),
    { name: 'collection', label: 'Collection', chip: (value) => facts.collections.find(({ id }) => String(id) === value)?.name ?? 'Another collection', choices: facts.collections.map(({ id, name }) => [id, name]) },
    { name: 'tag', label: 'Tag', chip: (value) => `Tag: ${value}`, choices: facts.tags.map((tag) => [tag, tag]) },
  ];
  return {
    q: listing.q, kept: keptOf(listing),
    active: filters.flatMap(({ name, chip }): Link[] => (on.has(name) ? [{ text: chip(on.get(name)!), url: to(name, null) }] : [])),
    menus: filters.filter(({ name, choices }) => !on.has(name) && choices.length > 0).map(({ name, label, choices }) => ({ label, choices: choices.map(([value, text]): Choice => ({ text, url: to(name, value), on: false })) })),
    sort: { label: SORT_WORDS[listing.sort], choices: SORTS.map((sort) => ({ text: SORT_WORDS[sort], url: to('sort', sort), on: sort === listing.sort })) },
    clearUrl: isFiltered(listing) ? unfilteredUrl(base, listing) : null,
  };
}

interface Filter {
  readonly name: string;
  readonly label: string;
  /** What it says when it is on. */
  chip(value: string): string;
  readonly choices: readonly (readonly [value: string | number, text: string])[];
}

/** What a search carries along. */
function keptOf(listing: Listing): Field[] {
  return [...fieldsOf({ ...listing, q: '', page: 1 })].map(([name, value]) => ({ name, value }));
}

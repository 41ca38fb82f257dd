import { dayIn, shortDay } from '../../platform/dates';
import type { Registry } from '../registry';
import { addressOf, fieldsOf, isDeep, isFiltered, STATUSES, STATUS_WORDS, type Listing, type Sort } from './listing';
import type { Choice, Field, LevelView, Link, SortLink } from './views';

interface Given {
  readonly base: string;
  readonly listing: Listing;
  readonly registry: Registry;
  readonly owners: readonly { readonly id: number; readonly name: string }[];
  readonly you: { readonly id: number; readonly timeZone: string };
  readonly now: Date;
}

type FiltersView = Pick<LevelView, 'q' | 'active' | 'menus' | 'sort' | 'since' | 'kept' | 'clearUrl' | 'scope' | 'columns'>;

/** Everything about a list that stands in its address, as links. */
export function filtersView(given: Given): FiltersView {
  const { base, listing } = given;
  const to = (change: Partial<Listing>): string => addressOf(base, listing, change);
  return {
    q: listing.q,
    active: activeOf(given),
    menus: [
      { label: 'Type', choices: typesOf(given).filter(() => listing.type === null) },
      { label: 'Status', choices: STATUSES.filter(() => listing.status === null).map((status) => ({ text: STATUS_WORDS[status], url: to({ status }), on: false })) },
      { label: 'Owner', choices: ownersOf(given).filter(() => listing.owner === null) },
    ].filter(({ choices }) => choices.length > 0),
    sort: { label: SORT_WORDS[listing.sort](isDeep(listing)), choices: sortsOf(given) },
    since: { choices: listing.since === null ? daysOf(given) : [], day: listing.since ?? '' },
    kept: { search: keptOf(listing, 'q'), since: keptOf(listing, 'since') },
    clearUrl: isFiltered(listing) ? to({ q: '', type: null, status: null, owner: null, since: null }) : null,
    scope: listing.q === '' ? [{ text: 'This level', url: to({ deep: false }), on: !listing.deep }, { text: 'Everything below', url: to({ deep: true }), on: listing.deep }] : [],
    columns: { title: sortLink(given, 'title', '-title'), changed: sortLink(given, 'changed', '-changed', true) },
  };
}

function activeOf({ base, listing, registry, owners, you }: Given): Link[] {
  const { type, status, owner, since } = listing;
  const without = (change: Partial<Listing>): string => addressOf(base, listing, change);
  return [
    ...(since === null ? [] : [{ text: `Changed since ${shortDay(since)}`, url: without({ since: null }) }]),
    ...(type === null ? [] : [{ text: registry.pageTypes.get(type)?.label ?? type, url: without({ type: null }) }]),
    ...(status === null ? [] : [{ text: STATUS_WORDS[status], url: without({ status: null }) }]),
    ...(owner === null ? [] : [{ text: owner === you.id ? 'Your own' : owners.find(({ id }) => id === owner)?.name ?? 'Somebody’s', url: without({ owner: null }) }]),
  ];
}

function typesOf({ base, listing, registry }: Given): Choice[] {
  const types = [...registry.pageTypes.values()].filter(({ parents }) => parents !== 'top').sort((a, b) => a.label.localeCompare(b.label, 'en'));
  return types.map(({ key, label }) => ({ text: label, url: addressOf(base, listing, { type: key }), on: false }));
}

function ownersOf({ base, listing, owners, you }: Given): Choice[] {
  const others = owners.filter(({ id }) => id !== you.id);
  return [{ id: you.id, name: 'You' }, ...others].map(({ id, name }) => ({ text: name, url: addressOf(base, listing, { owner: id }), on: false }));
}

const DAY = 24 * 60 * 60 * 1_000;

function daysOf({ base, listing, now, you }: Given): Choice[] {
  const since = (days: number): string => addressOf(base, listing, { since: dayIn(you.timeZone, new Date(now.getTime() - days * DAY)) });
  return [{ text: 'Today', url: since(0), on: false }, { text: 'The last 7 days', url: since(7), on: false }, { text: 'The last 30 days', url: since(30), on: false }];
}

/** How each order is called, where several levels are listed and where one is. */
export const SORT_WORDS: Readonly<Record<Sort, (deep: boolean) => string>> = {
  place: (deep) => (deep ? 'By address' : 'Menu order'),
  '-place': (deep) => (deep ? 'By address, from the end' : 'Menu order, from the end'),
  title: () => 'Title, A to Z',
  '-title': () => 'Title, Z to A',
  '-changed': () => 'Last changed first',
  changed: () => 'Longest unchanged first',
};

function sortsOf({ base, listing }: Given): Choice[] {
  return Object.entries(SORT_WORDS).map(([sort, words]) => ({ text: words(isDeep(listing)), url: addressOf(base, listing, { sort: sort as Sort }), on: sort === listing.sort }));
}

/** The head of a column: once in its usual direction, once the other way, and back to the menu order. */
function sortLink({ base, listing }: Given, up: Sort, down: Sort, downFirst = false): SortLink {
  const [first, second] = downFirst ? [down, up] : [up, down];
  const sort = listing.sort === first ? second : listing.sort === second ? 'place' : first;
  return { url: addressOf(base, listing, { sort }), direction: listing.sort === up ? 'ascending' : listing.sort === down ? 'descending' : 'none' };
}

/** What a form that sets one name carries along. */
function keptOf(listing: Listing, name: 'q' | 'since'): Field[] {
  const fields = fieldsOf({ ...listing, after: null, before: null, reorder: false });
  fields.delete(name);
  return [...fields].map(([key, value]) => ({ name: key, value }));
}

import { filtersView, type OwnFilter } from './filters-view';
import type { Done } from './forms';
import { KINDS, type Kind } from './kinds';
import type { LibraryFacts } from './list-queries';
import { isFiltered, itemUrl, listUrl, PER_PAGE, withQuery, fieldsOf, type Listing } from './listing';
import type { LibraryRequest } from './request';
import type { KindWords, LibraryView } from './views';
import { countWords, numberWords } from './words';

/** How many the list has in all, and how many of them are shown. */
interface Size {
  readonly matching: number;
  readonly shown: number;
}

/** All that stands around a list. */
export function libraryView(kind: Kind, words: KindWords, asked: LibraryRequest<Listing>, facts: LibraryFacts, { filters, ...size }: Size & { filters: readonly OwnFilter[] }): LibraryView {
  const { listing, canManage, csrfToken, email, report } = asked;
  const { base, one, many, name } = kind;
  return {
    csrfToken, canManage, email, report, bulk: report?.typed ?? { tag: '', collection: '' }, base, one, many, heading: listing.trash ? `${name} in the trash` : name, query: withQuery('', fieldsOf(listing)),
    address: asked.openId === null ? listUrl(base, listing, { page: listing.page }) : itemUrl(base, asked.openId, listing),
    note: noteOf(kind, asked), count: countOf(kind, listing, facts), links: linksOf(kind, listing, facts), isTrash: listing.trash,
    filters: filtersView(base, listing, facts, filters), empty: emptyOf(kind, listing, facts), ...turnsOf(kind, listing, size),
    collections: facts.collections, tags: facts.tags,
    upload: { ...words, collection: listing.collection, into: facts.collections.find(({ id }) => id === listing.collection)?.name ?? null },
  };
}

const DONE: Readonly<Record<Done, readonly [one: string, many: string]>> = {
  uploaded: ['is in the library.', 'are in the library.'],
  changed: ['is saved.', 'are saved.'],
  replaced: ['has its new file. Readers get it from now on.', 'have their new files.'],
  'put-back': ['has its former file again. Readers get it from now on.', 'have their former files again.'],
  trashed: ['is in the trash. Its address says that it is gone.', 'are in the trash. Their addresses say that they are gone.'],
  restored: ['is back, at the same address.', 'are back, at the same addresses.'],
  deleted: ['is deleted for good.', 'are deleted for good.'],
  tagged: ['has the tag.', 'have the tag.'],
  untagged: ['does not have the tag any more.', 'do not have the tag any more.'],
  collected: ['is in the collection.', 'are in the collection.'],
};

/** What a person has just done, in a sentence, and the way to what it was done to. */
function noteOf(kind: Kind, { done: { done, n, about }, listing }: LibraryRequest<Listing>): LibraryView['note'] {
  if (done === null) return null;
  const [one, many] = DONE[done];
  const link = done === 'trashed' && about !== null ? { text: 'Look at it in the trash', url: itemUrl(kind.base, about, { ...listing, trash: true, page: 1 }) } : null;
  return { words: n === 1 ? `The ${kind.one} ${one}` : `${countWords(kind, n)} ${many}`, link };
}

function countOf(kind: Kind, { trash }: Listing, { count, unused, trashed }: LibraryFacts): string {
  return trash ? `${countWords(kind, trashed)} in the trash` : `${countWords(kind, count)}, ${numberWords(unused)} unused`;
}

/** To everything else that belongs to the library. */
function linksOf(kind: Kind, { trash }: Listing, { trashed }: LibraryFacts): LibraryView['links'] {
  return [
    ...KINDS.filter((one) => trash || one !== kind).map(({ name, base }) => ({ text: name, url: base })),
    { text: 'Collections', url: '/admin/collections' },
    ...(trash ? [] : [{ text: trashed === 0 ? 'Trash' : `Trash (${numberWords(trashed)})`, url: `${kind.base}?trash=1` }]),
  ];
}

function emptyOf({ one, many }: Kind, listing: Listing, { count }: LibraryFacts): string {
  if (isFiltered(listing)) return `No ${one} matches.`;
  if (listing.trash) return 'The trash is empty.';
  return count === 0 ? `There are no ${many} yet. Drop some here, paste them, or choose files.` : `There are no more ${many}.`;
}

function turnsOf(kind: Kind, listing: Listing, { matching, shown }: Size): Pick<LibraryView, 'place' | 'previous' | 'next' | 'nextWords'> {
  const before = (listing.page - 1) * PER_PAGE;
  const left = Math.max(0, matching - before - shown);
  return {
    place: shown === 0 ? countWords(kind, matching) : `${numberWords(before + 1)} to ${numberWords(before + shown)} of ${numberWords(matching)}`,
    previous: listing.page > 1 ? listUrl(kind.base, listing, { page: listing.page - 1 }) : null,
    next: left > 0 && shown > 0 ? listUrl(kind.base, listing, { page: listing.page + 1 }) : null,
    nextWords: `Next ${Math.min(PER_PAGE, left)}`,
  };
}

import { filtersView } from './filters-view';
import type { Done } from './forms';
import { getLibraryFacts, listImages, type LibraryFacts, type Seen } from './list-queries';
import { fieldsOf, isFiltered, itemUrl, listUrl, withQuery, type Listing } from './listing';
import { tileView, type Reader } from './tile-view';
import type { LibraryView, ReportView } from './views';
import { imageWords, numberWords } from './words';
import type { Db } from '../../platform/db/connect';

export const PER_PAGE = 48;
const BASE = '/admin/images';

export interface LibraryRequest {
  readonly listing: Listing;
  readonly seen: Seen;
  readonly canManage: boolean;
  readonly csrfToken: string;
  readonly openId: number | null;
  readonly done: { readonly done: Done | null; readonly n: number; readonly about: number | null };
  readonly report: ReportView | null;
}

/** The list with all that stands around it, and what a pane beside it needs to know of the library. Two queries. */
export async function libraryView(db: Db, reader: Reader, asked: LibraryRequest): Promise<{ view: Omit<LibraryView, 'pane' | 'email'>; facts: LibraryFacts }> {
  const { seen, listing, openId, canManage, csrfToken, report } = asked;
  const { images, matching } = await listImages(db, seen, listing, { first: (listing.page - 1) * PER_PAGE, limit: PER_PAGE });
  const facts = await getLibraryFacts(db, seen);
  return { facts, view: {
    csrfToken, canManage, report, base: BASE, query: withQuery('', new URLSearchParams([...fieldsOf(listing)])),
    note: noteOf(asked), count: countOf(listing, facts), links: linksOf(listing, facts), isTrash: listing.trash,
    ...filtersView(BASE, listing, facts), isGrid: listing.view === 'grid',
    tiles: images.map((image) => tileView(reader, image, { base: BASE, listing, openId })), empty: emptyOf(listing, facts),
    ...turnsOf(listing, matching, images.length),
    collections: facts.collections, tags: facts.tags,
    upload: { collection: listing.collection, into: facts.collections.find(({ id }) => id === listing.collection)?.name ?? null, mostMegabytes: 20 },
  } };
}

function countOf({ trash }: Listing, { images, unused, trashed }: LibraryFacts): string {
  return trash ? `${imageWords(trashed)} in the trash` : `${imageWords(images)}, ${numberWords(unused)} unused`;
}

function linksOf({ trash }: Listing, { trashed }: LibraryFacts): LibraryView['links'] {
  return [
    { text: 'Images', url: BASE, isHere: !trash },
    { text: 'Documents', url: '/admin/documents', isHere: false },
    { text: 'Collections', url: '/admin/collections', isHere: false },
    { text: trashed === 0 ? 'Trash' : `Trash (${numberWords(trashed)})`, url: `${BASE}?trash=1`, isHere: trash },
  ];
}

function emptyOf(listing: Listing, { images }: LibraryFacts): string {
  if (isFiltered(listing)) return 'No image matches.';
  if (listing.trash) return 'The trash is empty.';
  return images === 0 ? 'There are no images yet. Drop some here, paste them, or choose files.' : 'There are no more images.';
}

function turnsOf(listing: Listing, matching: number, shown: number): Pick<LibraryView, 'place' | 'previous' | 'next' | 'nextWords'> {
  const before = (listing.page - 1) * PER_PAGE;
  const left = Math.max(0, matching - before - shown);
  return {
    place: shown === 0 ? imageWords(matching) : `${numberWords(before + 1)} to ${numberWords(before + shown)} of ${numberWords(matching)}`,
    previous: listing.page > 1 ? listUrl(BASE, listing, { page: listing.page - 1 }) : null,
    next: left > 0 && shown > 0 ? listUrl(BASE, listing, { page: listing.page + 1 }) : null,
    nextWords: `Next ${Math.min(PER_PAGE, left)}`,
  };
}

const DONE: Readonly<Record<Done, readonly [one: string, many: string]>> = {
  uploaded: ['is in the library.', 'are in the library.'],
  changed: ['is saved.', 'are saved.'],
  replaced: ['has its new file. Pages show it from now on.', 'have their new files.'],
  'put-back': ['has its former file again. Pages show it from now on.', 'have their former files again.'],
  trashed: ['is in the trash.', 'are in the trash.'],
  restored: ['is back in the library.', 'are back in the library.'],
  deleted: ['is deleted for good.', 'are deleted for good.'],
  tagged: ['has the tag.', 'have the tag.'],
  untagged: ['does not have the tag any more.', 'do not have the tag any more.'],
  collected: ['is in the collection.', 'are in the collection.'],
};

/** What a person has just done, in a sentence, and the way to what it was done to. */
function noteOf({ done: { done, n, about }, listing }: LibraryRequest): LibraryView['note'] {
  if (done === null) return null;
  const [one, many] = DONE[done];
  const link = done === 'trashed' && about !== null ? { text: 'Look at it in the trash', url: itemUrl(BASE, about, { ...listing, trash: true, page: 1 }) } : null;
  return { words: n === 1 ? `The image ${one}` : `${imageWords(n)} ${many}`, link };
}

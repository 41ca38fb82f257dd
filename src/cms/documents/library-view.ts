import { whenIn } from '../explorer/when';
import { personOf, type Reader } from '../images/tile-view';
import type { ReportView } from '../images/views';
import { numberWords, pageWords, sizeWords } from '../images/words';
import type { Seen } from '../images/list-queries';
import type { Db } from '../../platform/db/connect';
import { documentType, EXTENSIONS, MOST_DOCUMENT_BYTES } from './document-file';
import { filtersView } from './filters-view';
import type { Done } from './forms';
import { getLibraryFacts, listDocuments, type LibraryFacts, type ListedDocument } from './list-queries';
import { BASE, isFiltered, itemUrl, listUrl, queryOf, type Listing } from './listing';
import type { TextState } from './queries';
import type { LibraryView, RowView, TextView } from './views';

export const PER_PAGE = 48;

export interface LibraryRequest {
  readonly listing: Listing;
  readonly seen: Seen;
  readonly canManage: boolean;
  readonly csrfToken: string;
  readonly email: string;
  readonly openId: number | null;
  readonly done: { readonly done: Done | null; readonly n: number; readonly about: number | null };
  readonly report: ReportView | null;
}

/** The list with all that stands around it, and what a pane beside it needs to know of the library. Two queries. */
export async function libraryView(db: Db, reader: Reader, asked: LibraryRequest): Promise<{ view: Omit<LibraryView, 'pane'>; facts: LibraryFacts }> {
  const { seen, listing, openId, canManage, csrfToken, email, report } = asked;
  const { documents, matching } = await listDocuments(db, seen, listing, { first: (listing.page - 1) * PER_PAGE, limit: PER_PAGE });
  const facts = await getLibraryFacts(db, seen);
  return { facts, view: {
    csrfToken, canManage, email, report, base: BASE, query: queryOf(listing), note: noteOf(asked), count: countOf(listing, facts), links: linksOf(listing, facts), isTrash: listing.trash,
    ...filtersView(listing, facts), rows: documents.map((document) => rowView(reader, document, listing, openId)), empty: emptyOf(listing, facts),
    ...turnsOf(listing, matching, documents.length), collections: facts.collections, tags: facts.tags,
    upload: { collection: listing.collection, into: facts.collections.find(({ id }) => id === listing.collection)?.name ?? null, accept: EXTENSIONS.join(','), mostBytes: MOST_DOCUMENT_BYTES },
  } };
}

function rowView({ user, now }: Reader, document: ListedDocument, listing: Listing, openId: number | null): RowView {
  const { id, title, filename, tags, collection, isPrivate, textState, pages, used, trashedAt } = document;
  const [by, at] = trashedAt === null
    ? [personOf(user, document.updatedById, document.updatedBy), document.updatedAt] : [personOf(user, document.trashedById, document.trashedBy), trashedAt];
  return {
    id, title, filename, tags, url: itemUrl(id, listing), isOpen: id === openId, type: typeWords(filename), size: sizeWords(document.bytes),
    text: TEXTS[textState], use: pages > 0 ? `on ${pageWords(pages)}` : used ? 'not public yet, or in a menu' : 'unused',
    collection: collection === null ? null : { name: collection, isPrivate }, changedBy: by, changed: whenIn(user.timeZone, at, now),
  };
}

export const TEXTS: Readonly<Record<TextState, TextView>> = {
  read: { icon: 'check', isMissing: false, words: 'Searched' },
  none: { icon: 'ring', isMissing: false, words: 'No text in it' },
  failed: { icon: 'warn', isMissing: true, words: 'Cannot be read' },
  waiting: { icon: 'clock', isMissing: false, words: 'Not read yet' },
};

/** "PDF", "Text" */
export function typeWords(filename: string): string {
  const name = documentType(filename)?.name ?? 'file';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function documentWords(count: number): string {
  return count === 1 ? '1 document' : `${numberWords(count)} documents`;
}

function countOf({ trash }: Listing, { documents, unused, trashed }: LibraryFacts): string {
  return trash ? `${documentWords(trashed)} in the trash` : `${documentWords(documents)}, ${numberWords(unused)} unused`;
}

function linksOf({ trash }: Listing, { trashed }: LibraryFacts): LibraryView['links'] {
  return [
    { text: 'Images', url: '/admin/images', isHere: false },
    { text: 'Documents', url: BASE, isHere: !trash },
    { text: 'Collections', url: '/admin/collections', isHere: false },
    { text: trashed === 0 ? 'Trash' : `Trash (${numberWords(trashed)})`, url: `${BASE}?trash=1`, isHere: trash },
  ];
}

function emptyOf(listing: Listing, { documents }: LibraryFacts): string {
  if (isFiltered(listing)) return 'No document matches.';
  if (listing.trash) return 'The trash is empty.';
  return documents === 0 ? 'There are no documents yet. Drop some here, paste them, or choose files.' : 'There are no more documents.';
}

function turnsOf(listing: Listing, matching: number, shown: number): Pick<LibraryView, 'place' | 'previous' | 'next' | 'nextWords'> {
  const before = (listing.page - 1) * PER_PAGE;
  const left = Math.max(0, matching - before - shown);
  return {
    place: shown === 0 ? documentWords(matching) : `${numberWords(before + 1)} to ${numberWords(before + shown)} of ${numberWords(matching)}`,
    previous: listing.page > 1 ? listUrl(listing, { page: listing.page - 1 }) : null,
    next: left > 0 && shown > 0 ? listUrl(listing, { page: listing.page + 1 }) : null,
    nextWords: `Next ${Math.min(PER_PAGE, left)}`,
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
function noteOf({ done: { done, n, about }, listing }: LibraryRequest): LibraryView['note'] {
  if (done === null) return null;
  const [one, many] = DONE[done];
  const link = done === 'trashed' && about !== null ? { text: 'Look at it in the trash', url: itemUrl(about, { ...listing, trash: true, page: 1 }) } : null;
  return { words: n === 1 ? `The document ${one}` : `${documentWords(n)} ${many}`, link };
}

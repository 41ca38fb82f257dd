import type { Db } from '../../platform/db/connect';
import type { OwnFilter } from '../library/filters-view';
import { itemView } from '../library/item-view';
import { DOCUMENTS } from '../library/kinds';
import { libraryView } from '../library/library-view';
import { getLibraryFacts, type LibraryFacts } from '../library/list-queries';
import type { LibraryRequest, Reader } from '../library/request';
import type { KindWords } from '../library/views';
import { sizeWords } from '../library/words';
import { EXTENSIONS, MOST_DOCUMENT_BYTES } from './document-file';
import { listDocuments, type ListedDocument } from './list-queries';
import type { Kind, Listing } from './listing';
import type { TextState } from './queries';
import type { DocumentsView, RowView } from './views';
import { TEXTS, typeWords } from './words';

/** The list with all that stands around it, and what a pane beside it needs to know of the library. Two queries. */
export async function documentsView(db: Db, reader: Reader, asked: LibraryRequest<Listing>): Promise<{ view: Omit<DocumentsView, 'pane' | 'beside'>; facts: LibraryFacts }> {
  const { files, matching } = await listDocuments(db, asked.seen, asked.listing);
  const facts = await getLibraryFacts(db, DOCUMENTS, asked.seen);
  return { facts, view: {
    ...libraryView(DOCUMENTS, WORDS, asked, facts, { matching, shown: files.length, filters: FILTERS }),
    items: files.map((document) => rowView(reader, document, asked)),
  } };
}

export function rowView(reader: Reader, document: ListedDocument, asked: LibraryRequest<Listing>): RowView {
  return { ...itemView(reader, DOCUMENTS, document, asked), type: typeWords(document.filename), size: sizeWords(document.bytes), text: TEXTS[document.textState] };
}

const WORDS: KindWords = {
  searched: 'title, file, tags, text', called: 'document', types: 'PDF, Word, Excel, PowerPoint, OpenDocument, text or ZIP', mostBytes: MOST_DOCUMENT_BYTES,
  accept: EXTENSIONS.join(','), taken: EXTENSIONS.join(','), happens: 'What PDF and Office files say is found by search',
  whoHasIt: 'Everybody can have a document once it is here, unless its collection is private.',
};

const KINDS: Readonly<Record<Kind, string>> = { pdf: 'PDF', office: 'Office', text: 'Plain text', other: 'Archives' };

const TEXT_CHOICES: Readonly<Record<TextState, string>> = { read: TEXTS.read.words, none: TEXTS.none.words, failed: TEXTS.failed.words, waiting: TEXTS.waiting.words };

const FILTERS: readonly OwnFilter[] = [{ name: 'kind', label: 'Type', choices: KINDS }, { name: 'text', label: 'Text', choices: TEXT_CHOICES }];

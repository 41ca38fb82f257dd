import type { Db } from '../../platform/db/connect';
import { DOCUMENTS } from '../library/kinds';
import { listFiles, type ListedFile } from '../library/list-queries';
import type { Seen } from '../library/seen';
import { getShownFile, type ShownFile } from '../library/show-queries';
import type { Kind, Listing } from './listing';
import type { TextState } from './queries';

export interface ListedDocument extends ListedFile {
  readonly textState: TextState;
}

const KIND_IS: Readonly<Record<Kind, string>> = {
  pdf: `m.mime_type = 'application/pdf'`,
  office: `(m.mime_type like 'application/vnd.%' or m.mime_type = 'application/msword')`,
  text: `(m.mime_type like 'text/%' or m.mime_type = 'application/json')`,
  other: `m.mime_type = 'application/zip'`,
};

/** What the search for readers knows of them, with what their files say; of those in the trash it knows nothing. */
const IN_TEXT = `select s.key::integer from search_documents s where s.kind = 'document' and s.words @@ plainto_tsquery('public.site', search_text(:typed))`;

/** One statement: see `listFiles`. (A binding must not be called like a type: `::text` would be taken for it.) */
export async function listDocuments(db: Db, seen: Seen, listing: Listing): Promise<{ files: ListedDocument[]; matching: number }> {
  const { kind, text } = listing;
  const conditions = [...(kind === null ? [] : [KIND_IS[kind]]), ...(text === null ? [] : ['m.text_state = :state'])];
  return listFiles<{ textState: TextState }>(db, DOCUMENTS, seen, listing, { columns: 'm.text_state', conditions, bindings: text === null ? {} : { state: text }, alsoFound: IN_TEXT });
}

/** With everything that its pane says. */
export interface ShownDocument extends ShownFile {
  readonly description: string | null;
  readonly textState: TextState;
  /** The first characters of what the file says. */
  readonly beginning: string | null;
  /** Of all that was read, in characters. */
  readonly textLength: number;
}

const SHOWN = 'm.description, m.text_state, left(m.text, 300) as beginning, coalesce(length(m.text), 0) as text_length';

/** @throws NotFound, also for one that somebody may not see */
export async function getShownDocument(db: Db, seen: Seen, id: number): Promise<ShownDocument> {
  return getShownFile<Omit<ShownDocument, keyof ShownFile>>(db, DOCUMENTS, seen, id, SHOWN);
}

import type { PaneForm } from '../library/merge-edit';
import { commonFields } from '../library/pane-fields';
import type { DocumentRow } from './queries';
import type { PANE_FIELDS } from './views';

type Said = Readonly<Pick<DocumentRow, 'title' | 'description' | 'collectionId'> & { tags: readonly string[] }>;

/** What staff say of a document, as its form shows it. */
export const DOCUMENT_FORM: PaneForm<Said, (typeof PANE_FIELDS)[number]> = {
  stored: (document) => ({ ...commonFields(document), description: document.description ?? '' }),
  together: [],
  words: { title: 'title', description: 'description', tags: 'tags', collection: 'collection' },
};

import type { ReferenceKind } from '../reference-kind';
import { parseMediaKey } from '../media/media-key';
import { documentCompletion } from './completion';
import { documentUrl, fileDetail } from './document-file';
import { DOCUMENT_REFERENCES, SEARCHED_DOCUMENTS } from './reference-sql';

/** What the target of `document:7` carries as its data. */
export interface DocumentFacts {
  readonly filename: string;
  readonly title: string;
  readonly mimeType: string;
  readonly bytes: number;
}

/** `document:7`: a link to the file, with its type and size as the detail. */
export const documentKind: ReferenceKind = {
  kind: 'document',
  label: 'Document',
  inline: 'link',
  bibliographic: false,
  parseKey: parseMediaKey,
  search: { sql: SEARCHED_DOCUMENTS, home: null, inCollections: true },
  select: { sql: DOCUMENT_REFERENCES, bindings: (keys, now, gateId, previewed = null) => [keys.map(Number), now, gateId, previewed] },
  complete: documentCompletion,
  target(key, data) {
    const facts = data as DocumentFacts;
    const url = documentUrl(Number(key), facts.filename);
    return { kind: 'document', key, label: facts.title, title: null, url, detail: fileDetail(facts), data: facts, inner: [] };
  },
};

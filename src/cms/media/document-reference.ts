import type { ReferenceKind } from '../reference-kind';
import { documentUrl, fileDetail } from './document-file';
import { parseMediaKey } from './media-key';
import { DOCUMENT_REFERENCES } from './queries';

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
  select: { sql: DOCUMENT_REFERENCES, bindings: (keys) => [keys.map(Number)] },
  target(key, data) {
    const facts = data as DocumentFacts;
    const url = documentUrl(Number(key), facts.filename);
    return { kind: 'document', key, label: facts.title, title: null, url, detail: fileDetail(facts), data: facts, inner: [] };
  },
};

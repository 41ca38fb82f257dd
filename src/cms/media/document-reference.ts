import type { ReferenceKind } from '../reference-kind';
import { documentUrl, fileDetail } from './document-file';
import { documentCompletion } from './media-completion';
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
  search: {
    sql: `
      select id::text as key, title, array[filename] as names, description as summary, null as keywords, '' as body, '{}'::text[] as terms,
        null::date as date, 'current' as status, 0.8::real as boost
      from documents`,
    home: null,
  },
  select: { sql: DOCUMENT_REFERENCES, bindings: (keys) => [keys.map(Number)] },
  complete: documentCompletion,
  target(key, data) {
    const facts = data as DocumentFacts;
    const url = documentUrl(Number(key), facts.filename);
    return { kind: 'document', key, label: facts.title, title: null, url, detail: fileDetail(facts), data: facts, inner: [] };
  },
};

/** The job that reads what a document says. Payload: `{ documentId }`. */
export const READ_DOCUMENT = 'read-document';

/** Of several waiting jobs about one document the last one is enough. */
export function readDocumentKey(id: number | string): string {
  return `${READ_DOCUMENT}:${id}`;
}

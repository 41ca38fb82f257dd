import { READ_DOCUMENT, readDocumentKey } from './cms/documents/read-document-job';
import type { Job, Reactions } from './cms/sites/change';

/** Line of history → jobs that follow it, in the same transaction. The only place that says so. */
export const reactions: Reactions = {
  'page.published': ({ objectId }) => [{ task: 'warm-images', payload: { pageId: Number(objectId) }, key: `warm-images:${objectId}` }],
  'document.uploaded': ({ objectId }) => [{ task: READ_DOCUMENT, payload: { documentId: Number(objectId) }, key: readDocumentKey(objectId) }],
  'document.replaced': ({ objectId }) => [{ task: READ_DOCUMENT, payload: { documentId: Number(objectId) }, key: readDocumentKey(objectId) }],
  'image.uploaded': ({ objectId }) => [warmImage(objectId)],
  'image.replaced': ({ objectId }) => [warmImage(objectId)],
  // what is said of it needs no new files; another focal point does
  'image.changed': ({ objectId, detail }) => (isRecut(detail) ? [warmImage(objectId)] : []),
  'page.schedule-failed': ({ detail }) => [{ task: 'mail-schedule-failed', payload: { scheduledId: Number(detail?.['scheduledId']) } }],
};

function warmImage(id: string): Job {
  return { task: 'warm-images', payload: { imageId: Number(id) }, key: `warm-images:image:${id}` };
}

function isRecut(detail: Readonly<Record<string, unknown>> | undefined): boolean {
  const { fields } = detail ?? {};
  return Array.isArray(fields) && fields.some((field) => field === 'focalX' || field === 'focalY');
}

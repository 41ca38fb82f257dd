import { READ_DOCUMENT, readDocumentKey } from './cms/documents/read-document-job';
import { WARM_IMAGES, warmImageKey, warmPageKey } from './cms/media/warm-job';
import type { Job, Reactions } from './cms/sites/change';

/** Line of history → jobs that follow it, in the same transaction. The only place that says so. */
export const reactions: Reactions = {
  'page.published': ({ objectId }) => [{ task: WARM_IMAGES, payload: { pageId: Number(objectId) }, key: warmPageKey(objectId) }],
  'document.uploaded': ({ objectId }) => [{ task: READ_DOCUMENT, payload: { documentId: Number(objectId) }, key: readDocumentKey(objectId) }],
  'document.replaced': ({ objectId }) => [{ task: READ_DOCUMENT, payload: { documentId: Number(objectId) }, key: readDocumentKey(objectId) }],
  'document.recovered': ({ objectId }) => [{ task: READ_DOCUMENT, payload: { documentId: Number(objectId) }, key: readDocumentKey(objectId) }],
  'image.uploaded': ({ objectId }) => [warmImage(objectId)],
  'image.replaced': ({ objectId }) => [warmImage(objectId)],
  'image.recovered': ({ objectId }) => [warmImage(objectId)],
  // what is said of it needs no new files; another focal point does
  'image.changed': ({ objectId, detail }) => (isRecut(detail) ? [warmImage(objectId)] : []),
  'page.schedule-failed': ({ detail }) => [{ task: 'mail-schedule-failed', payload: { scheduledId: Number(detail?.['scheduledId']) } }],
};

function warmImage(id: string): Job {
  return { task: WARM_IMAGES, payload: { imageId: Number(id) }, key: warmImageKey(id) };
}

function isRecut(detail: Readonly<Record<string, unknown>> | undefined): boolean {
  const { fields } = detail ?? {};
  return Array.isArray(fields) && fields.some((field) => field === 'focalX' || field === 'focalY');
}

import type { Reactions } from './cms/sites/change';

/** Line of history → jobs that follow it, in the same transaction. The only place that says so. */
export const reactions: Reactions = {
  'page.published': ({ objectId }) => [{ task: 'warm-images', payload: { pageId: Number(objectId) }, key: `warm-images:${objectId}` }],
  'page.schedule-failed': ({ detail }) => [{ task: 'mail-schedule-failed', payload: { scheduledId: Number(detail?.['scheduledId']) } }],
};

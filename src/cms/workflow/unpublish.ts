import type { Actor } from '../../platform/history/record';
import { Conflict } from '../../platform/http/errors';
import { getPage, lockPage } from '../pages/queries';
import { listLiveInSubtree } from '../pages/tree-queries';
import { changeSite, type ChangeDeps } from '../sites/change';
import { lockTree } from '../sites/queries';
import { checkUnlockedBelow } from './place';
import { cancelPending } from './schedule-queries';
import { check } from './states';
import { takeOffline } from './take-offline';

export interface Unpublication {
  pageId: number;
  /** Visitors read it where the page was. */
  reason: string;
  /** Everything below the page as well; else it stays. */
  below?: boolean;
}

/**
 * Take a page off the site. Its addresses answer 410 with the reason from now on, and what was planned is off. Gives the ids of the pages that were public.
 * @throws Conflict when nothing of it is public, or it is locked; NotFound
 */
export async function unpublish(deps: ChangeDeps, actor: Actor, { pageId, reason, below = false }: Unpublication): Promise<number[]> {
  const { siteId } = await getPage(deps.db, pageId);
  return changeSite(deps, siteId, actor, async ({ trx, at, tell }) => {
    await lockTree(trx, siteId);
    const page = await lockPage(trx, pageId);
    check(page, below ? 'unpublish-below' : 'unpublish');
    if (below) await checkUnlockedBelow(trx, pageId);
    const pageIds = below ? await listLiveInSubtree(trx, pageId) : [pageId];
    if (pageIds.length === 0) throw new Conflict('Neither this page nor anything below it is public.');

    await takeOffline(trx, pageIds, reason, at);
    const cancelled = await cancelPending(trx, [pageId, ...pageIds], at);
    await tell({
      action: 'page.unpublished', objectType: 'page', objectId: String(pageId), siteId,
      revisionBefore: page.liveRevisionId, detail: { title: page.title, reason, ...(cancelled.length > 0 ? { schedulesCancelled: cancelled.length } : {}), ...(below ? { below, pageIds } : {}) },
    });
    return pageIds;
  });
}

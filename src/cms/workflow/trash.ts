import type { Actor } from '../../platform/history/record';
import { closeAddresses } from '../addresses/queries';
import { getPage, lockPage, updatePage } from '../pages/queries';
import { inheritTrash, listLiveInSubtree } from '../pages/tree-queries';
import { changeSite, type ChangeDeps } from '../sites/change';
import { lockTree } from '../sites/queries';
import { checkUnlockedBelow } from './place';
import { cancelPending } from './schedule-queries';
import { check } from './states';

/**
 * Put a page and all below it into the trash: nothing of it is public, its addresses answer 410 with the reason. What it had
 * stays beside it, so that `restore` brings it back as it was; what was planned is off. Gives the ids of the pages that were public.
 * @throws Conflict when it is there already, locked, or the home page; NotFound
 */
export async function trash(deps: ChangeDeps, actor: Actor, { pageId, reason }: { pageId: number; reason: string }): Promise<number[]> {
  const { siteId } = await getPage(deps.db, pageId);
  return changeSite(deps, siteId, actor, async ({ trx, at, tell }) => {
    await lockTree(trx, siteId);
    const page = await lockPage(trx, pageId);
    check(page, 'trash');
    await checkUnlockedBelow(trx, pageId);

    const publicIds = await listLiveInSubtree(trx, pageId);
    await updatePage(trx, page, at, { trashedAt: at });
    const below = await inheritTrash(trx, pageId, at);
    await closeAddresses(trx, publicIds, reason);
    const cancelled = await cancelPending(trx, [pageId, ...below], at);
    await tell({
      action: 'page.trashed', objectType: 'page', objectId: String(pageId), siteId,
      detail: { title: page.title, path: page.path, reason, pages: below.length + 1, ...(cancelled.length > 0 ? { schedulesCancelled: cancelled.length } : {}) },
    });
    return publicIds;
  });
}

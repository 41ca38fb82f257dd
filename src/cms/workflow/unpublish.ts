import type { Actor } from '../../platform/history/record';
import { Conflict } from '../../platform/http/errors';
import { closeAddresses } from '../addresses/queries';
import { deleteListing } from '../listings/queries';
import { getPage, lockPage, updatePage } from '../pages/queries';
import { replacePageReferences } from '../references/queries';
import { deleteSearchDocuments } from '../search/queries';
import { changeSite, type ChangeDeps } from '../sites/change';
import { lockTree } from '../sites/queries';
import { may } from './states';

/**
 * Take one page off the site; what stands below it stays. Its address answers 410 with the reason from now on.
 * @throws Conflict when it is not public, NotFound
 */
export async function unpublish(deps: ChangeDeps, actor: Actor, { pageId, reason }: { pageId: number; reason: string }): Promise<void> {
  const { siteId } = await getPage(deps.db, pageId);
  await changeSite(deps, siteId, actor, async ({ trx, at, tell }) => {
    await lockTree(trx, siteId);
    const page = await lockPage(trx, pageId);
    if (!may(page, 'unpublish')) throw new Conflict('This page is not public.');

    await updatePage(trx, page, at, { liveRevisionId: null });
    await closeAddresses(trx, [pageId], reason);
    await replacePageReferences(trx, pageId, []);
    await deleteListing(trx, pageId);
    await deleteSearchDocuments(trx, [pageId]);
    await tell({
      action: 'page.unpublished', objectType: 'page', objectId: String(pageId), siteId,
      revisionBefore: page.liveRevisionId, detail: { title: page.title, reason },
    });
  });
}

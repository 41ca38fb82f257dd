import type { Actor } from '../../platform/history/record';
import { Conflict } from '../../platform/http/errors';
import { openAddresses } from '../addresses/queries';
import { urlOf } from '../pages/page';
import { findChildBySlug, getPage, lockPage, updatePage, type PageRow } from '../pages/queries';
import { inheritTrash } from '../pages/tree-queries';
import { changeSite, type Change, type ChangeDeps } from '../sites/change';
import { lockTree } from '../sites/queries';
import { check } from './states';

/**
 * Bring a page and what went with it back from the trash: to its place in the tree and, where it was public, to its addresses.
 * Pages below that were in the trash before stay there. Gives the ids of the pages that came back.
 * @throws Conflict when it is not in the trash, something above it is, or another page has its address by now; NotFound
 */
export async function restore(deps: ChangeDeps, actor: Actor, { pageId }: { pageId: number }): Promise<number[]> {
  const { siteId } = await getPage(deps.db, pageId);
  return changeSite(deps, siteId, actor, async ({ trx, at, tell }) => {
    await lockTree(trx, siteId);
    const page = await lockPage(trx, pageId);
    check(page, 'restore');
    if (page.ancestorTrashed) throw new Conflict('A page above this one is in the trash: restore that first.');
    await checkAddressIsFree(trx, page);

    await updatePage(trx, page, at, { trashedAt: null });
    const pageIds = [pageId, ...await inheritTrash(trx, pageId, at)];
    await openAddresses(trx, pageIds, at);
    await tell({
      action: 'page.restored', objectType: 'page', objectId: String(pageId), siteId,
      detail: { title: page.title, path: page.path, pages: pageIds.length },
    });
    return pageIds;
  });
}

/** Of the page only: below it nothing can have been added meanwhile. */
async function checkAddressIsFree(trx: Change['trx'], page: PageRow): Promise<void> {
  const taken = await findChildBySlug(trx, page.parentId!, page.slug); // the home page is never in the trash
  if (taken) throw new Conflict(`${urlOf(page.path)} belongs to another page by now: rename or move that first.`);
}

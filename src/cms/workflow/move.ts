import type { Actor } from '../../platform/history/record';
import { Conflict, Unprocessable } from '../../platform/http/errors';
import { checkPlacement } from '../pages/placement';
import { getPage, lockPage, type PageRow } from '../pages/queries';
import { makeRoom, nextPosition } from '../pages/tree-queries';
import { getPageType, type Registry } from '../registry';
import { changeSite, type ChangeDeps } from '../sites/change';
import { lockTree } from '../sites/queries';
import { allowIn, type Allow } from './allow';
import { placePage, type Placed } from './place';
import { check, stateOf } from './states';

export interface Move {
  pageId: number;
  parentId: number;
  /** Among the parent's children; the one that stands there and all after it move one further. Null: after the last. */
  position: number | null;
  /** Asked again when nobody can change the tree any more. Left out: whoever calls may do everything. */
  allow?: Allow;
}

/**
 * Put a page, with all below it, somewhere else in its site, or elsewhere among its siblings. What was public is public at the
 * new address, and the old one leads there.
 * @throws Conflict when one of the two is in the trash or locked, for a place inside the page itself, or when the slug is taken there;
 * Unprocessable when its type may not stand there or its slug is the program's; Forbidden; NotFound
 */
export async function move(deps: ChangeDeps & { registry: Registry }, actor: Actor, { pageId, parentId, position, allow }: Move): Promise<Placed> {
  const { siteId } = await getPage(deps.db, pageId);
  return changeSite(deps, siteId, actor, async (change) => {
    const { trx } = change;
    await lockTree(trx, siteId);
    const page = await lockPage(trx, pageId);
    const parent = await getPage(trx, parentId);
    check(page, 'move');
    allowIn(allow, [[page, 'edit'], ...(page.liveRevisionId === null ? [] : [[page, 'publish'] as const]), ...(parent.id === page.parentId ? [] : [[parent, 'add'] as const])]);
    checkParent(page, parent);
    checkPlacement(getPageType(deps.registry, page.type), getPageType(deps.registry, parent.type));

    const place = position ?? await nextPosition(trx, parentId, pageId);
    if (position !== null) await makeRoom(trx, parentId, position, pageId);
    const placed = await placePage({ ...change, registry: deps.registry }, page, { parent, slug: page.slug }, { position: place });
    await change.tell({
      action: 'page.moved', objectType: 'page', objectId: String(pageId), siteId,
      detail: { title: page.title, from: page.path, to: placed.path, position: place, pages: placed.pageIds.length },
    });
    return placed;
  });
}

function checkParent(page: PageRow, parent: PageRow): void {
  if (parent.siteId !== page.siteId) throw new Unprocessable([{ field: 'parent', message: 'A page stays in its site.' }]);
  if (parent.id === page.id || parent.ancestorIds.includes(page.id)) throw new Conflict('A page cannot stand below itself.');
  if (stateOf(parent) === 'trashed') throw new Conflict('The page to move to is in the trash.');
}

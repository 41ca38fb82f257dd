import type { Actor } from '../../platform/history/record';
import { Conflict } from '../../platform/http/errors';
import { getPage, lockPage, type PageRow } from '../pages/queries';
import type { Registry } from '../registry';
import { changeSite, type Change, type ChangeDeps } from '../sites/change';
import { lockTree } from '../sites/queries';
import { findUndoable, type Undoable } from './public-changes';
import { publishIn } from './publish';
import { check } from './states';
import { takeOffline } from './take-offline';

const TAKEN_BACK = 'The page that was here was published by mistake and taken back.';

/**
 * As if it had not been published: what was live before is live again, with its address and its date; what was never live before
 * is taken off. The draft stays as it is. `revisionId`: the publication that somebody saw and wants undone.
 * @throws Conflict when something newer was published, it is undone already, or the page is locked or in the trash; NotFound
 */
export async function undoPublication(deps: ChangeDeps & { registry: Registry }, actor: Actor, { pageId, revisionId }: { pageId: number; revisionId: number }): Promise<void> {
  const { siteId } = await getPage(deps.db, pageId);
  await changeSite(deps, siteId, actor, async (change) => {
    await lockTree(change.trx, siteId);
    const page = await lockPage(change.trx, pageId);
    check(page, 'undo-publication');
    const undoable = page.liveRevisionId === revisionId ? await findUndoable(change.trx, page) : undefined;
    if (!undoable) throw new Conflict('This publication cannot be undone any more: something newer happened to the page.');

    if (undoable.revisionBefore === null) return takeBack(change, page);
    await publishIn({ ...change, registry: deps.registry }, before(page, undoable.revisionBefore, undoable));
  });
}

function before(page: PageRow, revisionId: number, { publishedBefore }: Undoable) {
  return { pageId: page.id, revisionId, action: 'page.publication-undone' as const, ...(publishedBefore ? { publishedAt: publishedBefore } : {}) };
}

async function takeBack({ trx, at, tell }: Change, page: PageRow): Promise<void> {
  await takeOffline(trx, [page.id], TAKEN_BACK, at);
  await tell({
    action: 'page.publication-undone', objectType: 'page', objectId: String(page.id), siteId: page.siteId,
    revisionBefore: page.liveRevisionId, detail: { title: page.title, reason: TAKEN_BACK },
  });
}

import { record, type Actor } from '../../platform/history/record';
import { lockPage, updatePage, type PageRow } from '../pages/queries';
import type { ChangeDeps } from '../sites/change';
import { check, type Transition } from './states';

type Deps = Pick<ChangeDeps, 'db' | 'now'>;

/**
 * Nobody changes the page in any way, whoever they are, until somebody unlocks it. Readers see no difference.
 * @throws Conflict when it is locked already or in the trash, NotFound
 */
export async function lock(deps: Deps, actor: Actor, { pageId }: { pageId: number }): Promise<void> {
  await change(deps, actor, { pageId, transition: 'lock', action: 'page.locked', set: (at) => ({ lockedAt: at, lockedBy: actor.userId }) });
}

/** @throws Conflict when it is not locked, NotFound. Who may do it, the route asks. */
export async function unlock(deps: Deps, actor: Actor, { pageId }: { pageId: number }): Promise<void> {
  await change(deps, actor, { pageId, transition: 'unlock', action: 'page.unlocked', set: () => ({ lockedAt: null, lockedBy: null }) });
}

interface LockChange {
  pageId: number;
  transition: Transition;
  action: string;
  set(at: Date): Pick<PageRow, 'lockedAt' | 'lockedBy'>;
}

async function change({ db, now }: Deps, actor: Actor, { pageId, transition, action, set }: LockChange): Promise<void> {
  const at = now();
  await db.transaction(async (trx) => {
    const page = await lockPage(trx, pageId);
    check(page, transition);
    await updatePage(trx, page, at, set(at));
    await record(trx, at, actor, {
      action, objectType: 'page', objectId: String(pageId), siteId: page.siteId, detail: { title: page.title, lockedBy: page.lockedBy },
    });
  });
}

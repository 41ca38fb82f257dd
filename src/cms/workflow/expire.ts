import type { Actor } from '../../platform/history/record';
import { listSitesWithExpired, lockExpired } from '../pages/tree-queries';
import { changeSite, type ChangeDeps } from '../sites/change';
import { lockTree } from '../sites/queries';
import { takeOffline } from './take-offline';

export const EXPIRED = 'The page that was here has expired.';

/** Of one site in one transaction; what is more is taken right after. */
const AT_ONCE = 100;

/**
 * Take every page off whose time is over, also after an outage. Visitors have not seen it since that moment: dates are part of
 * `is_visible`. Any number of processes may call this at once; each page expires once. A lock does not stop it: the date was set
 * before. Gives the ids.
 */
export async function expireDue(deps: ChangeDeps, actor: Actor): Promise<number[]> {
  const expired: number[] = [];
  for (const siteId of await listSitesWithExpired(deps.db, deps.now())) {
    for (let some = AT_ONCE; some === AT_ONCE;) {
      const pageIds = await expireSome(deps, actor, siteId);
      expired.push(...pageIds);
      some = pageIds.length;
    }
  }
  return expired;
}

async function expireSome(deps: ChangeDeps, actor: Actor, siteId: number): Promise<number[]> {
  return changeSite(deps, siteId, actor, async ({ trx, at, tell }) => {
    await lockTree(trx, siteId);
    const pages = await lockExpired(trx, siteId, at, AT_ONCE);
    await takeOffline(trx, pages.map(({ id }) => id), EXPIRED, at);
    for (const page of pages) {
      await tell({
        action: 'page.expired', objectType: 'page', objectId: String(page.id), siteId,
        revisionBefore: page.liveRevisionId, detail: { title: page.title, path: page.path, expiresAt: page.expiresAt?.toISOString() },
      });
    }
    return pages.map(({ id }) => id);
  });
}

import { hashPassword, PASSWORD_LENGTH } from '../../accounts/passwords';
import type { Actor } from '../../platform/history/record';
import { Conflict, Unprocessable } from '../../platform/http/errors';
import type { Access } from '../access/access';
import { openAddresses } from '../addresses/queries';
import { getPage, lockPage, updatePage } from '../pages/queries';
import { placeSubtree } from '../pages/tree-queries';
import { changeSite, type ChangeDeps } from '../sites/change';
import { lockTree } from '../sites/queries';
import { checkUnlockedBelow } from './place';
import { check } from './states';

export interface Restriction {
  pageId: number;
  access: Access;
  /** For 'password' only: what readers share. */
  password: string | null;
}

/**
 * Who may read a page and everything below it (PUB-06): all of it changes at once, in lists, feeds, search and references too.
 * What becomes private keeps its addresses, which ask for the password or the sign-in. Gives the ids of the pages it is about.
 * @throws Unprocessable without a usable password, Conflict when the page is locked or in the trash, NotFound
 */
export async function restrict(deps: ChangeDeps, actor: Actor, { pageId, access, password }: Restriction): Promise<number[]> {
  const { siteId } = await getPage(deps.db, pageId);
  const accessPasswordHash = access === 'password' ? await hashOf(password) : null;
  return changeSite(deps, siteId, actor, async ({ trx, at, tell }) => {
    await lockTree(trx, siteId);
    const page = await lockPage(trx, pageId);
    check(page, 'restrict');
    await checkUnlockedBelow(trx, pageId);

    if (!(await updatePage(trx, page, at, { access, accessPasswordHash }))) throw new Conflict('Somebody else changed this page at the same moment.');
    const pageIds = await placeSubtree(trx, page, page, at);
    await openAddresses(trx, pageIds, at);
    await tell({
      action: 'page.restricted', objectType: 'page', objectId: String(pageId), siteId,
      detail: { title: page.title, from: page.access, to: access, pages: pageIds.length },
    });
    return pageIds;
  });
}

async function hashOf(password: string | null): Promise<string> {
  const { length } = password ?? '';
  if (length < PASSWORD_LENGTH.min || length > PASSWORD_LENGTH.max) {
    throw new Unprocessable([{ field: 'password', message: `A password has ${PASSWORD_LENGTH.min} to ${PASSWORD_LENGTH.max} characters.` }]);
  }
  return hashPassword(password!);
}

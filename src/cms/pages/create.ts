import type { Db } from '../../platform/db/connect';
import type { Actor } from '../../platform/history/record';
import { Conflict } from '../../platform/http/errors';
import { childPath } from '../addresses/path';
import { getPageType, type Registry } from '../registry';
import { changeSite, type Change, type ChangeDeps } from '../sites/change';
import { lockTree } from '../sites/queries';
import { checkSlug } from './check-slug';
import { checkPlacement } from './placement';
import { findPageByPath, getPage, insertPage, type PageRow } from './queries';

export interface PageToCreate {
  siteId: number;
  /** null: the home page of the site, whose slug is empty. */
  parentId: number | null;
  type: string;
  slug: string;
  title: string;
  position: number;
  creationKey?: string;
}

/**
 * A new page, as a draft without any revision: it has a place in the tree and no address.
 * @throws Unprocessable when the type may not stand there or the slug is not one; Conflict when a sibling has the slug or the parent is in the trash
 */
export async function createPage(deps: ChangeDeps & { registry: Registry }, actor: Actor, page: PageToCreate): Promise<number> {
  return changeSite(deps, page.siteId, actor, (change) => createPageIn(change, deps.registry, actor, page));
}

/** The same as part of a larger change, in its transaction. */
export async function createPageIn(change: Change, registry: Registry, actor: Actor, page: PageToCreate): Promise<number> {
  await lockTree(change.trx, page.siteId);
  const parent = page.parentId === null ? undefined : await getPage(change.trx, page.parentId);
  checkPlacement(getPageType(registry, page.type), parent && getPageType(registry, parent.type));
  await checkPlace({ db: change.trx, registry }, page, parent);

  const id = await insertPage(change.trx, { ...page, ...placeBelow(parent, page.slug), ownerId: actor.userId, createdAt: change.at });
  await change.tell({ action: 'page.created', objectType: 'page', objectId: String(id), siteId: page.siteId, detail: { title: page.title, type: page.type } });
  return id;
}

async function checkPlace(engine: { db: Db; registry: Registry }, page: PageToCreate, parent: PageRow | undefined): Promise<void> {
  if (!parent) {
    if (await findPageByPath(engine.db, page.siteId, '/')) throw new Conflict('This site has a home page already.');
    return;
  }
  if (parent.trashedAt || parent.ancestorTrashed) throw new Conflict('The page above is in the trash.');
  await checkSlug(engine, parent, page.slug);
}

function placeBelow(parent: PageRow | undefined, slug: string): Pick<PageRow, 'ancestorIds' | 'path' | 'effectiveAccess' | 'gateId'> {
  if (!parent) return { ancestorIds: [], path: '/', effectiveAccess: 'public', gateId: null };
  const { effectiveAccess, gateId } = parent;
  return { ancestorIds: [...parent.ancestorIds, parent.id], path: childPath(parent.path, slug), effectiveAccess, gateId };
}

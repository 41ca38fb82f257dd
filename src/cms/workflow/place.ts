import { Conflict } from '../../platform/http/errors';
import { childPath } from '../addresses/path';
import { openAddresses } from '../addresses/queries';
import { checkSlug } from '../pages/check-slug';
import { updatePage, type PageRow } from '../pages/queries';
import { findLockedBelow, placeSubtree } from '../pages/tree-queries';
import type { Registry } from '../registry';
import type { Change } from '../sites/change';

/** Where a page shall stand. */
export interface Place {
  readonly parent: PageRow;
  readonly slug: string;
}

/** What came of it. */
export interface Placed {
  readonly path: string;
  /** The page itself and, when it went elsewhere, all below it. */
  readonly pageIds: readonly number[];
}

/**
 * The one way in which a page gets its place and its addresses: by publishing, renaming and moving. Together with `fields`
 * it changes the paths, ancestors and inherited access of the whole subtree; what is public there arrives at its new
 * addresses and leaves old ones behind. The caller holds the tree's lock. `place` null: where it stands.
 * @throws Conflict when the slug is taken, or when somebody locked the page's subtree or was quicker; Unprocessable when it is no slug
 */
export async function placePage({ trx, at, registry }: Change & { registry: Registry }, page: PageRow, place: Place | null, fields: Partial<PageRow>): Promise<Placed> {
  const goes = place !== null && (place.parent.id !== page.parentId || place.slug !== page.slug) ? place : null;
  if (goes) {
    await checkSlug({ db: trx, registry }, goes.parent, goes.slug, page);
    await checkUnlockedBelow(trx, page.id);
  }
  const updated = await updatePage(trx, page, at, goes ? { ...fields, parentId: goes.parent.id, slug: goes.slug } : fields);
  if (!updated) throw new Conflict('Somebody else changed this page at the same moment.');

  const path = goes ? childPath(goes.parent.path, goes.slug) : page.path;
  const pageIds = goes ? await placeSubtree(trx, page, { path, ancestorIds: [...goes.parent.ancestorIds, goes.parent.id] }, at) : [page.id];
  await openAddresses(trx, pageIds, at);
  return { path, pageIds };
}

/** Locked means locked: also for what happens from above. @throws Conflict */
export async function checkUnlockedBelow(trx: Change['trx'], pageId: number): Promise<void> {
  const locked = await findLockedBelow(trx, pageId);
  if (locked) throw new Conflict(`“${locked.title}”, which stands below this page, is locked: unlock it first.`);
}

import type { Actor } from '../../platform/history/record';
import { Conflict } from '../../platform/http/errors';
import { getPage, lockPage, updatePage, type PageRow } from '../pages/queries';
import { changeSite, type ChangeDeps } from '../sites/change';
import { lockTree } from '../sites/queries';
import { check } from '../workflow/states';
import { listSiblings, updatePositions, type Sibling } from './position-queries';

export type Step = 'up' | 'down' | 'first' | 'last';

export interface Reordering {
  readonly pageId: number;
  /** Of the page, as it was when somebody saw it where it stands. */
  readonly version: number;
  readonly to: { readonly before: number | null } | { readonly after: number } | { readonly step: Step };
}

export interface Reordered {
  /** Among the siblings that are not in the trash, from 1. */
  readonly place: number;
  readonly of: number;
  readonly version: number;
  /** The sibling that it stood before; null: it was the last. Undefined: it stands where it stood. */
  readonly undo: number | null | undefined;
}

/**
 * Put a page elsewhere among its siblings: no address changes, menus and lists do. `workflow/move` is for places below another page; here
 * siblings that share a position, as imported ones do, are told apart first, or "before this one" would mean nothing.
 * @throws Conflict when it changed since it was seen, is locked or in the trash, or the sibling is none any more; NotFound
 */
export async function reorder(deps: ChangeDeps, actor: Actor, { pageId, version, to }: Reordering): Promise<Reordered> {
  const { siteId } = await getPage(deps.db, pageId);
  return changeSite(deps, siteId, actor, async ({ trx, at, tell }) => {
    await lockTree(trx, siteId);
    const page = await lockPage(trx, pageId);
    if (page.version !== version) throw new Conflict(`Somebody else has moved or changed “${page.title}” meanwhile. This is how the pages stand now.`);
    check(page, 'move');

    const siblings = await listSiblings(trx, page.parentId!); // the home page, which has none, never gets here
    const undo = nextPresent(siblings, pageId);
    const order = inserted(siblings, page, to);
    const present = order.filter((sibling) => sibling.present);
    const place = present.findIndex(({ id }) => id === pageId) + 1;
    if (nextPresent(order, pageId) === undo) return { place, of: present.length, version, undo: undefined };

    await updatePage(trx, page, at, { position: order.findIndex(({ id }) => id === pageId) });
    await updatePositions(trx, order.map(({ id }) => id));
    await tell({ action: 'page.reordered', objectType: 'page', objectId: String(pageId), siteId, detail: { title: page.title, path: page.path, place, before: nextPresent(order, pageId), from: undo } });
    return { place, of: present.length, version: version + 1, undo };
  });
}

function nextPresent(siblings: readonly Sibling[], id: number): number | null {
  const present = siblings.filter((sibling) => sibling.present);
  return present[present.findIndex((sibling) => sibling.id === id) + 1]?.id ?? null;
}

/** The siblings with the page at its new place. */
function inserted(siblings: readonly Sibling[], page: PageRow, to: Reordering['to']): Sibling[] {
  const others = siblings.filter(({ id }) => id !== page.id);
  const index = indexFor(siblings, others, page.id, to);
  return [...others.slice(0, index), { id: page.id, present: true }, ...others.slice(index)];
}

/** Of the place among the others. */
function indexFor(siblings: readonly Sibling[], others: readonly Sibling[], pageId: number, to: Reordering['to']): number {
  if ('after' in to) return indexOf(others, to.after) + 1;
  if ('before' in to) return to.before === null ? others.length : indexOf(others, to.before);
  if (to.step === 'first') return 0;
  if (to.step === 'last') return others.length;
  const present = siblings.filter((sibling) => sibling.present);
  const neighbour = present[present.findIndex(({ id }) => id === pageId) + (to.step === 'up' ? -1 : 1)];
  if (!neighbour) return siblings.findIndex(({ id }) => id === pageId);
  return indexOf(others, neighbour.id) + (to.step === 'up' ? 0 : 1);
}

function indexOf(others: readonly Sibling[], id: number): number {
  const index = others.findIndex((sibling) => sibling.id === id);
  if (index < 0 || !others[index]!.present) throw new Conflict('The page beside which it should stand is not here any more. This is how the pages stand now.');
  return index;
}

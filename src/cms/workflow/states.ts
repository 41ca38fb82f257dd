import { Conflict } from '../../platform/http/errors';
import type { PageRow } from '../pages/queries';

/** Where a page is in its life, as staff see it. */
export type State = 'draft' | 'live' | 'live-with-draft' | 'trashed';

export type Transition =
  | 'save' | 'publish' | 'schedule' | 'cancel-schedule' | 'unpublish' | 'unpublish-below' | 'undo-publication'
  | 'rename' | 'move' | 'copy' | 'restrict' | 'settings' | 'lock' | 'unlock' | 'trash' | 'restore';

const ALWAYS: readonly Transition[] = [
  'save', 'publish', 'schedule', 'cancel-schedule', 'unpublish-below', 'rename', 'move', 'copy', 'restrict', 'settings', 'lock', 'unlock', 'trash',
];

/** Which change is possible from which state: the whole truth, and the reason that buttons appear or not. */
export const TRANSITIONS: Readonly<Record<State, readonly Transition[]>> = {
  draft: ALWAYS,
  live: [...ALWAYS, 'unpublish', 'undo-publication'],
  'live-with-draft': [...ALWAYS, 'unpublish', 'undo-publication'],
  trashed: ['restore'],
};

/** The site's top has one place in the tree, and its path is everybody's beginning. */
const NOT_FOR_HOME: readonly Transition[] = ['rename', 'move', 'copy', 'trash'];

/** What a lock does not stop: taking it off, and what leaves the page itself as it is. */
export const DESPITE_LOCK: readonly Transition[] = ['unlock', 'copy'];

export function stateOf(page: PageRow): State {
  if (page.trashedAt || page.ancestorTrashed) return 'trashed';
  if (page.liveRevisionId === null) return 'draft';
  return page.draftRevisionId !== null && page.draftRevisionId !== page.liveRevisionId ? 'live-with-draft' : 'live';
}

export function may(page: PageRow, transition: Transition): boolean {
  if (page.parentId === null && NOT_FOR_HOME.includes(transition)) return false;
  if (transition === 'unlock' && page.lockedAt === null) return false;
  return TRANSITIONS[stateOf(page)].includes(transition);
}

/** @throws Conflict in words for the editor. A lock stops every change but those of `DESPITE_LOCK` and the one by which a page's time is over. */
export function check(page: PageRow, transition: Transition): void {
  if (!may(page, transition)) throw new Conflict(reason(page, transition));
  if (page.lockedAt && !DESPITE_LOCK.includes(transition)) throw new Conflict('This page is locked: unlock it first.');
}

function reason(page: PageRow, transition: Transition): string {
  if (transition === 'restore') return 'This page is not in the trash.';
  if (stateOf(page) === 'trashed') return 'This page is in the trash: restore it first.';
  if (transition === 'unlock') return 'This page is not locked.';
  if (transition === 'unpublish' || transition === 'undo-publication') return 'This page is not public.';
  return 'The home page stays where it is.';
}

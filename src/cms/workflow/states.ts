import type { PageRow } from '../pages/queries';

/** Where a page is in its life, as staff see it. */
export type State = 'draft' | 'live' | 'live-with-draft' | 'trashed';

export type Transition = 'save' | 'publish' | 'unpublish';

/** Which change is possible from which state: the whole truth, and the reason that buttons appear or not. */
export const TRANSITIONS: Readonly<Record<State, readonly Transition[]>> = {
  draft: ['save', 'publish'],
  live: ['save', 'publish', 'unpublish'],
  'live-with-draft': ['save', 'publish', 'unpublish'],
  trashed: [],
};

export function stateOf(page: PageRow): State {
  if (page.trashedAt || page.ancestorTrashed) return 'trashed';
  if (page.liveRevisionId === null) return 'draft';
  return page.draftRevisionId !== null && page.draftRevisionId !== page.liveRevisionId ? 'live-with-draft' : 'live';
}

export function may(page: PageRow, transition: Transition): boolean {
  return TRANSITIONS[stateOf(page)].includes(transition);
}

import type { Holder } from '../../accounts/permissions';
import type { PageRow } from '../pages/queries';
import { addressOf, belowFact, linksFact, menusOf, RIGHTS } from './touch-facts';
import type { TouchView } from './views';
import { pages } from './words';
import type { WorkflowDeps } from './workflow-deps';

/** What moving a page touches. */
export async function moveFacts(deps: WorkflowDeps, user: Holder | undefined, page: PageRow): Promise<TouchView['facts']> {
  return [
    addressOf(page, 'leads to the new address from then on'),
    await belowFact(deps, page, ({ liveBelow }) => (liveBelow === 0 ? 'move along' : `move along; the addresses of ${pages(liveBelow)} lead to their new ones`)),
    await linksFact(deps, user, page, { below: true, words: 'follow by themselves' }),
    await menusOf(deps, page, 'follows by itself'),
    RIGHTS,
  ];
}

/** Nothing that readers see. */
export function copyFacts(page: PageRow): TouchView['facts'] {
  const line = (text: string, soft: string | null = null) => ({ text, soft, mono: false });
  const rule = page.access === 'public' && page.effectiveAccess !== 'public' ? [line('Who may read follows from the new place', 'here a page above this one decides')] : [];
  return [
    { name: 'Copies', lines: [line('Are drafts, and yours', 'readers see nothing of them')] },
    { name: 'Text', lines: [line('The latest draft', 'with its picture decisions, settings for menus and rules about who may read')] },
    { name: 'Links', lines: [line('Between copied pages lead to the copies', 'all others stay as they are'), ...rule] },
  ];
}

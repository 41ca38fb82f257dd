import { pagesFor, type Holder } from '../../accounts/permissions';
import { encodePath } from '../addresses/path';
import { listNavigationItems } from '../navigation/queries';
import { urlOf } from '../pages/page';
import type { PageRow } from '../pages/queries';
import { getSubtreeFacts, listUsersOf } from './fact-queries';
import { leadsTo, trail } from './publish-facts';
import type { FactLine, TouchView } from './views';
import { listed, pages } from './words';
import type { WorkflowDeps } from './workflow-deps';

type Facts = TouchView['facts'];
const line = (text: string, soft: string | null = null, mono = false): FactLine => ({ text, soft, mono });

/** More names than this are only counted. */
const MOST = 5;

/** What becomes of the page's address when it goes. `words`: what happens there. */
export function addressOf(page: PageRow, words: string): Facts[number] {
  return { name: 'Address', lines: [line(urlOf(encodePath(page.path)), page.liveRevisionId === null ? 'is not public' : words, true)] };
}

/** What stands below, in words for what is done to it. */
export async function belowFact({ db }: WorkflowDeps, page: PageRow, words: (facts: { below: number; liveBelow: number }) => string): Promise<Facts[number]> {
  const facts = await getSubtreeFacts(db, page.id);
  const locked = facts.lockedBelow === 0 ? [] : [line(`${pages(facts.lockedBelow)} of them ${facts.lockedBelow === 1 ? 'is' : 'are'} locked: unlock first, or nothing happens`)];
  const planned = facts.planned === 0 ? [] : [line(`${facts.planned === 1 ? 'A planned publication is' : `${facts.planned} planned publications are`} in it`)];
  return { name: 'Pages below', lines: facts.below === 0 ? [line('None'), ...planned] : [line(pages(facts.below), words(facts)), ...locked, ...planned] };
}

/** Pages with readers that link here, by name where the person may know it. `words`: what their readers will find. */
export async function linksFact({ db }: WorkflowDeps, user: Holder | undefined, page: PageRow, { below, words }: { below: boolean; words: string }): Promise<Facts[number]> {
  const { titles, total } = await listUsersOf(db, page, { below, visible: pagesFor(user, 'view'), limit: MOST });
  if (total === 0) return { name: 'Links to it', lines: [line('No other public page links here')] };
  const rest = total > titles.length ? [titles.length === 0 ? pages(total) : `${total - titles.length} more`] : [];
  return { name: 'Links to it', lines: [line(listed([...titles.map((title) => `“${title}”`), ...rest]), words)] };
}

/** Lines of menus that lead here. */
export async function menusOf({ db }: WorkflowDeps, page: PageRow, words: string): Promise<Facts[number]> {
  const items = await listNavigationItems(db, page.siteId);
  const entries = items.filter(({ target }) => target !== null && leadsTo(target, page)).map((item) => line(trail(items, item), words));
  const section = page.showInMenus && page.liveRevisionId !== null ? [line('The list of its section', words)] : [];
  return { name: 'Menus', lines: entries.length + section.length > 0 ? [...entries, ...section] : [line('It is in no menu')] };
}

/** The page's own right covers what stands below, since rights are given for a page with all below it. */
export const RIGHTS: Facts[number] = { name: 'Rights', lines: [line('Your right to do this holds for everything below as well')] };

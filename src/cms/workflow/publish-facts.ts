import { encodePath, childPath } from '../addresses/path';
import { listNavigationItems, type Menu, type NavigationItem } from '../navigation/queries';
import { urlOf } from '../pages/page';
import type { PageRow } from '../pages/queries';
import { getPageType } from '../registry';
import type { Revision } from '../revisions/queries';
import { getSubtreeFacts, listSection } from './fact-queries';
import type { FactLine } from './views';
import { ordinal, pages } from './words';
import type { WorkflowDeps } from './workflow-deps';

/** A page and the revision of it that is to go live. */
export interface Candidate {
  readonly page: PageRow;
  readonly parent: PageRow | null;
  readonly revision: Revision;
}

const line = (text: string, soft: string | null = null, mono = false): FactLine => ({ text, soft, mono });

export async function addressFact({ db }: WorkflowDeps, { page, parent, revision }: Candidate): Promise<FactLine[]> {
  const here = shown(page.path);
  if (!parent || revision.slug === page.slug) {
    return [line(here, page.firstPublishedAt === null ? 'is its first address' : 'stays as it is, so no redirect is made', true)];
  }
  const there = shown(childPath(parent.path, revision.slug));
  if (page.firstPublishedAt === null) return [line(there, 'is its first address', true)];
  const { liveBelow } = await getSubtreeFacts(db, page.id);
  const along = liveBelow === 0 ? '' : ` ${pages(liveBelow)} below move along, and so do their addresses.`;
  return [line(`${here} → ${there}`, null, true), line(`The old address leads to the new one.${along}`)];
}

export async function menusFact({ db, now }: WorkflowDeps, { page, parent, revision }: Candidate): Promise<FactLine[]> {
  const items = await listNavigationItems(db, page.siteId);
  const entries = items.filter(({ target }) => target !== null && leadsTo(target, page)).map((item) => line(trail(items, item)));
  return [...(entries.length > 0 ? entries : [line('In no menu')]), ...await sectionLines(db, now(), { page, parent, revision })];
}

async function sectionLines(db: WorkflowDeps['db'], now: Date, { page, parent, revision }: Candidate): Promise<FactLine[]> {
  if (!parent || parent.parentId === null) return [];
  if (!revision.common.showInMenus) return [line('', `Not in the list of “${parent.title}”: it is not to be shown in menus`)];
  const section = await listSection(db, parent.id, page.id, now);
  return [line('', `In the section “${parent.title}”: ${ordinal(section.indexOf(page.id) + 1)} of ${section.length}`)];
}

const MENUS: Readonly<Record<Menu, string>> = { main: 'Header', secondary: 'Header, small links', footer: 'Footer', bottom: 'Footer, last line', legal: 'Legal line', social: 'Social links' };

/** `Header › Process › RFCs` */
export function trail(items: readonly NavigationItem[], item: NavigationItem): string {
  const above: string[] = [];
  for (let at: NavigationItem | undefined = item; at; at = items.find(({ id }) => id === at?.parentId)) above.unshift(at.label);
  return [MENUS[item.menu], ...above].join(' › ');
}

/** Whether a line of a menu leads to this page. */
export function leadsTo(target: string, page: Pick<PageRow, 'id' | 'path'>): boolean {
  const plain = target.split('#')[0]!;
  return plain === `page:${page.id}` || plain === `path:${page.path}` || plain === `path:${page.path}/`;
}

export async function feedsFact({ siteFeeds, registry }: WorkflowDeps, { page, parent }: Candidate): Promise<FactLine[]> {
  if (page.effectiveAccess !== 'public') return [line('In no feed, search or sitemap', 'since not everybody may read it')];
  const lists = await siteFeeds.get(page.siteId);
  const list = lists.find((candidate) => candidate.page.id === parent?.id);
  const feeds = [...new Set(list?.feeds.map(({ title }) => title) ?? [])];
  const type = getPageType(registry, page.type);
  const kind = type.label.toLowerCase();
  const words = feeds.length > 0 ? line(`In ${feeds.map((feed) => `“${feed}”`).join(', ')}`, `and in the list on “${list!.page.title}”`) : line('In no feed', `since nothing above it has one for pages of type ${kind}`);
  const own = type.feeds ? [line('It has a feed of its own')] : [];
  return [words, ...own, line('', 'Site search and sitemap follow in the same second')];
}

function shown(path: string): string {
  return urlOf(encodePath(path));
}

import { pagesFor, type Holder } from '../../accounts/permissions';
import { listNavigationItems } from '../navigation/queries';
import type { PageRow } from '../pages/queries';
import { listed, pages as pagesWords } from '../workflow/words';
import { foresee, type Outcome } from './bulk';
import type { ChooserView } from './chooser';
import type { ExplorerDeps } from './deps';
import type { BulkAction } from './forms';
import type { ListedPage } from './list-queries';
import { statusOf, type StatusView } from './page-status';
import { addressOfPage, type Reader } from './row-view';
import { listBelow, listLinking } from './touch-queries';

export interface BulkView {
  readonly csrfToken: string;
  readonly action: BulkAction;
  /** "Trash 2 pages" */
  readonly title: string;
  readonly back: string;
  readonly ids: readonly number[];
  readonly doing: readonly BulkLine[];
  readonly refused: readonly BulkLine[];
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  readonly button: string;
  /** What readers will see where the pages were; null: nobody asks. */
  readonly reason: string | null;
  readonly chooser: ChooserView | null;
  readonly problem: string | null;
}

export interface BulkLine {
  readonly title: string;
  readonly address: string;
  readonly status: StatusView;
  readonly more: string | null;
}

export interface ReportView {
  readonly title: string;
  readonly back: string;
  readonly done: readonly { readonly title: string; readonly address: string }[];
  readonly refused: readonly { readonly title: string; readonly address: string; readonly why: string; readonly mend: string | null }[];
}

declare module '../../platform/http/views' {
  interface Views { 'admin/explorer/bulk': BulkView; 'admin/explorer/report': ReportView }
}

const WORDS: Readonly<Record<BulkAction, { readonly act: string; readonly done: string; readonly whole: boolean; readonly reason: string | null; readonly links: string; readonly menus: string }>> = {
  publish: { act: 'Publish', done: 'published', whole: false, reason: null, links: '', menus: '' },
  unpublish: { act: 'Unpublish', done: 'unpublished', whole: false, reason: 'This page is not public any more.', links: 'their links become plain text', menus: 'these entries are not shown any more' },
  move: { act: 'Move', done: 'moved', whole: true, reason: null, links: 'their links follow by themselves', menus: 'these entries follow by themselves' },
  trash: { act: 'Trash', done: 'trashed', whole: true, reason: 'This page was removed.', links: 'their links become plain text', menus: 'these entries are not shown any more' },
};

export interface BulkGiven {
  readonly action: BulkAction;
  readonly siteId: number;
  readonly pages: readonly ListedPage[];
  readonly back: string;
  readonly csrfToken: string;
  readonly chooser: ChooserView | null;
  /** As typed; null: not typed yet. */
  readonly reason: string | null;
  readonly problem: string | null;
}

/** What an action will touch, before anything happens. */
export async function bulkView(deps: ExplorerDeps, { user, now }: Reader, given: BulkGiven): Promise<BulkView> {
  const { action, pages, back, csrfToken, chooser, problem } = given;
  const { act, reason } = WORDS[action];
  const outcomes = foresee(action, user, pages);
  const going = outcomes.filter(({ refusal }) => refusal === null);
  const below = new Map((await listBelow(deps.db, going.map(({ page }) => page.id))).map((one) => [one.id, one]));
  const line = ({ page, refusal, with: taker }: Outcome): BulkLine => ({
    title: page.title, address: addressOfPage(page.path), status: statusOf(page as ListedPage, user.timeZone, now),
    more: refusal ?? (taker ? `goes with “${taker.title}”` : belowWords(action, below.get(page.id)?.below ?? 0)),
  });
  return {
    csrfToken, action, title: `${act} ${pagesWords(pages.length)}`, back, ids: pages.map(({ id }) => id), problem, chooser,
    doing: going.map(line), refused: outcomes.filter(({ refusal }) => refusal !== null).map(line),
    facts: going.length === 0 ? [] : await factsOf(deps, user, given, going.map(({ page }) => page), [...below.values()]),
    button: `${act} ${pagesWords(going.length)}`, reason: reason === null ? null : given.reason ?? reason,
  };
}

function belowWords(action: BulkAction, below: number): string | null {
  if (below === 0) return null;
  return WORDS[action].whole ? `and ${pagesWords(below)} below it` : `${pagesWords(below)} below it ${below === 1 ? 'stays as it is' : 'stay as they are'}`;
}

async function factsOf(deps: ExplorerDeps, user: Holder, { action, siteId }: BulkGiven, pages: readonly PageRow[], below: readonly { id: number; live: number }[]): Promise<BulkView['facts']> {
  const { whole, links, menus } = WORDS[action];
  const ids = pages.map(({ id }) => id);
  const live = pages.filter(({ liveRevisionId }) => liveRevisionId !== null).length;
  const tops = new Set(pages.filter((page) => !page.ancestorIds.some((id) => ids.includes(id))).map(({ id }) => id));
  const more = whole ? below.filter(({ id }) => tops.has(id)).reduce((sum, one) => sum + one.live, 0) - pages.filter((page) => page.liveRevisionId !== null && !tops.has(page.id)).length : 0;
  const readers = { name: 'Readers', text: readersWords(action, live, pages.length - live, more) };
  if (action === 'publish') return [readers];
  const linking = await listLinking(deps.db, ids, { whole, visible: pagesFor(user, 'view'), limit: 5 });
  const entries = (await listNavigationItems(deps.db, siteId)).filter(({ target }) => ids.some((id) => target === `page:${id}` || target?.startsWith(`page:${id}#`)));
  return [
    readers,
    { name: 'Links', text: linking.total === 0 ? 'No other public page links to them.' : `${namesOf(linking)}: ${links}.` },
    { name: 'Menus', text: entries.length === 0 ? 'They are in no menu.' : `${[...new Set(entries.map(({ label }) => `“${label}”`))].join(', ')}: ${menus}.` },
  ];
}

function readersWords(action: BulkAction, live: number, notLive: number, below: number): string {
  const all = pagesWords(live + below);
  if (action === 'publish') return [live > 0 ? `${pagesWords(live)} ${live === 1 ? 'changes' : 'change'} for readers` : '', notLive > 0 ? `${pagesWords(notLive)} ${notLive === 1 ? 'becomes' : 'become'} public` : ''].filter(Boolean).join(', ').concat('.');
  if (live + below === 0) return 'None of this is public.';
  const one = live + below === 1;
  if (action === 'move') return `${all} ${one ? 'gets a new address; the old one leads there' : 'get new addresses; the old ones lead there'}.`;
  return one ? 'The address of 1 page says that it is gone, and why.' : `The addresses of ${all} say that they are gone, and why.`;
}

function namesOf({ titles, total }: { titles: readonly string[]; total: number }): string {
  if (titles.length === 0) return pagesWords(total);
  const more = total - titles.length;
  return listed([...titles.map((title) => `“${title}”`), ...(more > 0 ? [`${more} more`] : [])]);
}

/** What came of it, where not everything could be done. */
export function reportView(action: BulkAction, outcomes: readonly Outcome[], back: string): ReportView {
  const done = outcomes.filter(({ refusal }) => refusal === null);
  const name = ({ page }: Outcome): { title: string; address: string } => ({ title: page.title, address: addressOfPage(page.path) });
  return {
    title: `${done.length} of ${pagesWords(outcomes.length)} ${WORDS[action].done}`, back, done: done.map(name),
    refused: outcomes.filter(({ refusal }) => refusal !== null).map((outcome) => ({ ...name(outcome), why: outcome.refusal!, mend: outcome.mend ?? null })),
  };
}

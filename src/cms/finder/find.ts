import { may, pagesFor } from '../../accounts/permissions';
import type { CurrentUser } from '../../accounts/user';
import type { Db } from '../../platform/db/connect';
import { listPlaces } from '../pages/place-queries';
import { pageTarget } from '../pages/on-page';
import type { ReferenceKind } from '../reference-kind';
import { actionsFor, matching, type PageAbout } from './actions';
import { complete, type Completed } from './complete';
import { listStaff } from './queries';
import type { Found, FoundGroup, FoundStatus } from './views';

export interface Finding {
  readonly db: Db;
  readonly kinds: ReadonlyMap<string, ReferenceKind>;
  readonly user: CurrentUser;
  readonly siteId: number;
  readonly now: Date;
  /** With its sign in front: `>` actions, `@` people, `#` standards. */
  readonly typed: string;
  /** The page that is open, if one is. */
  readonly about: PageAbout | null;
}

type Only = 'actions' | 'people' | 'standards' | null;

const SIGNS: Readonly<Record<string, Only>> = { '>': 'actions', '@': 'people', '#': 'standards' };

/** What somebody may want to open or do; nothing that they may not. At most four queries. */
export async function find(finding: Finding): Promise<FoundGroup[]> {
  const only = SIGNS[finding.typed.trimStart().charAt(0)] ?? null;
  const text = only === null ? finding.typed.trim() : finding.typed.trimStart().slice(1).trim();
  const asked = (...which: Only[]): boolean => only === null || which.includes(only);
  const [pages, standards, people] = await Promise.all([
    only === null ? findPages(finding, text) : [],
    asked('standards') && text !== '' ? findTargets(finding, text, (kind) => kind.bibliographic, only === null ? 5 : 15) : [],
    asked('people') ? findPeople(finding, text, only === null ? 4 : 15) : [],
  ]);
  const actions = asked('actions') ? matching(actionsFor(finding.user, finding.about), text).slice(0, only === null ? 6 : 30) : [];
  const groups = [{ label: 'Pages', results: pages }, { label: 'Do', results: actions }, { label: 'Standards', results: standards }, { label: 'People', results: people }];
  return groups.filter(({ results }) => results.length > 0);
}

async function findPages({ db, kinds, user, siteId, now }: Finding, text: string): Promise<Found[]> {
  const found = await complete(db, kinds, { kinds: ['page'], text, siteId, now, visible: pagesFor(user, 'view'), limit: 8 });
  const places = new Map((await listPlaces(db, found.map(({ uri }) => idOf(uri)))).map((place) => [place.id, place]));
  return found.map((page) => {
    const place = places.get(idOf(page.uri));
    const mine = place !== undefined && (['view', 'edit'] as const).some((verb) => may(user, verb, pageTarget(place)));
    return { title: page.label, detail: page.detail, icon: 'pages', status: statusOf(page.status), side: null, url: mine ? `/admin/pages/${idOf(page.uri)}/edit` : page.url ?? '/', post: false };
  });
}

function idOf(uri: string): number {
  return Number(uri.slice('page:'.length));
}

const STATUSES: Readonly<Record<string, Omit<FoundStatus, 'words'>>> = {
  Live: { kind: 'live', icon: 'dot' }, 'Live, edits waiting': { kind: 'waiting', icon: 'half' }, Draft: { kind: 'draft', icon: 'ring' },
  Private: { kind: 'live', icon: 'lock' }, Expired: { kind: 'expired', icon: 'warn' },
};

function statusOf(words: string | null): FoundStatus | null {
  const shape = words === null ? undefined : STATUSES[words];
  return shape && words !== null ? { ...shape, words } : null;
}

async function findTargets({ db, kinds, user, siteId, now }: Finding, text: string, wanted: (kind: ReferenceKind) => boolean, limit: number): Promise<Found[]> {
  const names = [...kinds.values()].filter(wanted).map(({ kind }) => kind);
  const found = await complete(db, kinds, { kinds: names, text, siteId, now, visible: pagesFor(user, 'view'), limit });
  return found.flatMap(targetView);
}

function targetView({ label, title, detail, status, url }: Completed): Found[] {
  return url === null ? [] : [{ title: label, detail: title ?? detail, icon: 'doc', status: null, side: status, url, post: false }];
}

/** Accounts for those who manage them, and people whom the site knows and shows. */
async function findPeople(finding: Finding, text: string, limit: number): Promise<Found[]> {
  if (text === '') return [];
  const accounts = may(finding.user, 'manage', { area: 'users' }) ? await listStaff(finding.db, text, limit) : [];
  const known = await findTargets(finding, text, (kind) => kind.complete?.people === true, limit);
  return [
    ...accounts.map(({ id, name, email }) => ({ title: name, detail: email, icon: 'person', status: null, side: null, url: `/admin/users/${id}`, post: false })),
    ...known.map((person) => ({ ...person, icon: 'people' })),
  ].slice(0, limit);
}

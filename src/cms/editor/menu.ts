import { may, type Holder, type Verb } from '../../accounts/permissions';
import { encodePath } from '../addresses/path';
import { urlOf } from '../pages/page';
import { pageTarget } from '../pages/on-page';
import type { PageRow } from '../pages/queries';
import { DESPITE_LOCK, may as isPossible, type Transition } from '../workflow/states';
import type { EditorView, MenuEntry } from './views';

interface Offer {
  readonly label: string;
  /** Below the page's own address. */
  readonly at: string;
  readonly verb: Verb;
  readonly transition: Transition;
}

const OFFERS: readonly Offer[] = [
  { label: 'Schedule…', at: 'publication/new', verb: 'publish', transition: 'schedule' },
  { label: 'Unpublish…', at: 'unpublication/new', verb: 'publish', transition: 'unpublish' },
  { label: 'Move…', at: 'move', verb: 'edit', transition: 'move' },
  { label: 'Copy…', at: 'copy', verb: 'view', transition: 'copy' },
  { label: 'Trash…', at: 'trash', verb: 'trash', transition: 'trash' },
];

/** What the person may do with the page besides writing: an ellipsis means that a dialog says first what will happen. */
export function menuOf(user: Holder | undefined, page: PageRow): MenuEntry[] {
  const base = `/admin/pages/${page.id}`;
  const links = OFFERS.filter((offer) => isOffered(user, page, offer)).map(({ label, at }) => ({ kind: 'link' as const, label, url: `${base}/${at}`, dialog: true }));
  const view = page.liveRevisionId === null ? [] : [{ kind: 'link' as const, label: 'View live', url: urlOf(encodePath(page.path)), dialog: false }];
  return [...view, ...links.slice(0, -1), ...lockEntry(user, page, base), ...links.slice(-1)];
}

/** Screens of their own about who owns a page and who may read it. */
export function settingsLinks(user: Holder | undefined, page: PageRow): EditorView['links'] {
  const target = pageTarget(page);
  const base = `/admin/pages/${page.id}`;
  return [
    ...(may(user, 'edit', target) ? [{ label: 'Owner and dates…', url: `${base}/settings`, about: 'Who looks after it, when to read it again, when it goes offline' }] : []),
    ...(may(user, 'publish', target) ? [{ label: 'Who may read it…', url: `${base}/access`, about: `Now: ${ACCESS[page.effectiveAccess]}` }] : []),
  ];
}

const ACCESS = { public: 'everybody', 'signed-in': 'whoever is signed in', password: 'whoever has its password' } as const;

function isOffered(user: Holder | undefined, page: PageRow, { verb, transition }: Offer): boolean {
  return may(user, verb, pageTarget(page)) && isPossible(page, transition) && (page.lockedAt === null || DESPITE_LOCK.includes(transition));
}

/** Who locked a page may unlock it; so may everybody who may lock it. */
function lockEntry(user: Holder | undefined, page: PageRow, base: string): MenuEntry[] {
  const mayLock = may(user, 'lock', pageTarget(page));
  if (page.lockedAt !== null) return mayLock || page.lockedBy === user?.id ? [{ kind: 'button', label: 'Unlock', url: `${base}/lock`, method: 'DELETE' }] : [];
  return mayLock && isPossible(page, 'lock') ? [{ kind: 'button', label: 'Lock', url: `${base}/lock`, method: 'POST' }] : [];
}

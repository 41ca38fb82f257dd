import { may, pagesFor, type Holder, type Verb } from '../../accounts/permissions';
import { navigationFor } from '../../accounts/staff-sections';
import { pageTarget } from '../pages/on-page';
import type { Found } from './views';

/** The page that somebody has open. */
export interface PageAbout {
  readonly id: number;
  readonly title: string;
  readonly ancestorIds: number[];
  readonly ownerId: number | null;
}

interface Action {
  readonly title: string;
  readonly detail: string | null;
  readonly icon: string;
  readonly url: string;
  readonly post?: true;
}

/** What one may do from anywhere, with the open page first. */
export function actionsFor(user: Holder, about: PageAbout | null): Found[] {
  return [...about === null ? [] : pageActions(user, about), ...anywhere(user)].map((action) => ({ ...action, status: null, side: null, post: action.post ?? false }));
}

function pageActions(user: Holder, page: PageAbout): Action[] {
  const url = `/admin/pages/${page.id}`;
  const actions: readonly (Action & { readonly verb: Verb })[] = [
    { verb: 'edit', title: `Edit “${page.title}”`, detail: null, icon: 'pen', url: `${url}/edit` },
    { verb: 'publish', title: `Publish “${page.title}”…`, detail: 'says first what will happen', icon: 'send', url: `${url}/publication/new` },
    { verb: 'publish', title: `Unpublish “${page.title}”…`, detail: 'says first what will happen', icon: 'x', url: `${url}/unpublication/new` },
    { verb: 'view', title: `History of “${page.title}”`, detail: 'compare and restore', icon: 'hist', url: `${url}/history` },
    { verb: 'add', title: `New page below “${page.title}”`, detail: null, icon: 'plus', url: `/admin/pages/new?parent=${page.id}` },
    { verb: 'edit', title: `Settings of “${page.title}”`, detail: 'owner, review date, expiry', icon: 'gear', url: `${url}/settings` },
    { verb: 'edit', title: `Move “${page.title}”…`, detail: 'says first what it touches', icon: 'right', url: `${url}/move` },
    { verb: 'view', title: `Copy “${page.title}”…`, detail: null, icon: 'dup', url: `${url}/copy` },
    { verb: 'trash', title: `Trash “${page.title}”…`, detail: 'says first what it touches', icon: 'trash', url: `${url}/trash` },
  ];
  return actions.filter(({ verb }) => may(user, verb, pageTarget(page))).map(({ title, detail, icon, url: to }) => ({ title, detail, icon, url: to }));
}

function anywhere(user: Holder): Action[] {
  const sections = navigationFor(user).flatMap(({ heading, entries }) => entries.map(({ label, url, icon }) => ({ title: label, detail: heading ?? 'opens it', icon, url })));
  const managesPeople = may(user, 'manage', { area: 'users' });
  return [
    ...(pagesFor(user, 'add').length > 0 ? [{ title: 'New page', detail: 'choose where and of which kind', icon: 'plus', url: '/admin/pages/new' }] : []),
    ...sections,
    { title: 'Show drafts', detail: 'opens the explorer, filtered by status', icon: 'pages', url: '/admin/pages?deep=1&status=draft' },
    ...(managesPeople ? [
      { title: 'Invite somebody', detail: 'a new account', icon: 'people', url: '/admin/users/new' }, { title: 'New group', detail: 'with rights of its own', icon: 'key', url: '/admin/groups/new' },
    ] : []),
    { title: 'View site', detail: 'as readers see it', icon: 'outside', url: '/' },
    { title: 'Sign out', detail: null, icon: 'leave', url: '/sign-out', post: true },
  ];
}

/** Those with every word in title or detail; begun words first. */
export function matching(actions: readonly Found[], text: string): Found[] {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const found = actions.filter(({ title, detail }) => words.every((word) => `${title} ${detail ?? ''}`.toLowerCase().includes(word)));
  const begins = ({ title }: Found): boolean => words.length > 0 && title.toLowerCase().startsWith(words[0]!);
  return [...found.filter(begins), ...found.filter((action) => !begins(action))];
}

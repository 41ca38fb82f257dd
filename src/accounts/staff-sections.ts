import { may, type Area, type Holder, type Verb } from './permissions';

interface Section {
  readonly key: string;
  readonly label: string;
  readonly url: string;
  /** Of `views/admin/_icons.ejs`. */
  readonly icon: string;
  /** Those without a word stand first. */
  readonly part: 'Watch' | 'Manage' | 'You' | null;
  /** Who finds it in the sidebar; the routes ask the same. */
  readonly verb: Verb;
  readonly area: Area;
}

/** The sidebar in its order. */
const SECTIONS = [
  { key: 'dashboard', label: 'Today', url: '/admin', icon: 'home', part: null, verb: 'enter', area: 'staff' },
  { key: 'pages', label: 'Pages', url: '/admin/pages', icon: 'pages', part: null, verb: 'enter', area: 'staff' },
  { key: 'schedule', label: 'Schedule', url: '/admin/schedule', icon: 'clock', part: null, verb: 'enter', area: 'staff' },
  { key: 'images', label: 'Media', url: '/admin/images', icon: 'image', part: null, verb: 'enter', area: 'staff' },
  { key: 'trash', label: 'Trash', url: '/admin/trash', icon: 'trash', part: null, verb: 'enter', area: 'staff' },
  { key: 'audit', label: 'Audit trail', url: '/admin/history', icon: 'log', part: 'Watch', verb: 'enter', area: 'staff' },
  { key: 'users', label: 'People', url: '/admin/users', icon: 'people', part: 'Manage', verb: 'manage', area: 'users' },
  { key: 'groups', label: 'Groups', url: '/admin/groups', icon: 'key', part: 'Manage', verb: 'manage', area: 'users' },
  { key: 'profile', label: 'Profile', url: '/admin/profile', icon: 'person', part: 'You', verb: 'enter', area: 'staff' },
] as const satisfies readonly Section[];

export type StaffSection = (typeof SECTIONS)[number]['key'];

export interface NavigationPart {
  readonly heading: string | null;
  readonly entries: readonly { readonly key: string; readonly label: string; readonly url: string; readonly icon: string }[];
}

/** Only what somebody may use. */
export function navigationFor(user: Holder | undefined): NavigationPart[] {
  const sections: readonly Section[] = SECTIONS.filter(({ verb, area }) => may(user, verb, { area }));
  const parts = [...new Set(sections.map(({ part }) => part))];
  return parts.map((heading) => ({
    heading,
    entries: sections.filter(({ part }) => part === heading).map(({ key, label, url, icon }) => ({ key, label, url, icon })),
  }));
}

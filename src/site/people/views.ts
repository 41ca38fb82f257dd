import type { DateText } from '../../cms/pages/view-parts';

export interface PersonInList {
  readonly name: string;
  readonly initials: string;
  readonly url: string;
  readonly roles: readonly string[];
}

export interface PeopleView {
  readonly introduction: string | null;
  readonly bodies: readonly { readonly name: string; readonly anchor: string; readonly people: readonly PersonInList[] }[];
}

export interface RoleView {
  readonly title: string;
  /** The body where it is no group of its own. */
  readonly body: string | null;
  readonly group: { readonly name: string; readonly url: string } | null;
  /** "since March 2024", "March 2021 – March 2023"; null where nothing is known. */
  readonly time: string | null;
}

export interface PersonView {
  readonly name: string;
  readonly initials: string;
  readonly role: string | null;
  readonly about: string | null;
  readonly invented: boolean;
  readonly current: readonly RoleView[];
  readonly past: readonly RoleView[];
  readonly posts: readonly { readonly title: string; readonly url: string; readonly date: DateText }[];
  /** All their posts; null when there are none, or no blog. */
  readonly postsUrl: string | null;
  readonly people: { readonly title: string; readonly url: string };
}

declare module '../../platform/http/views' {
  interface Views {
    'people/people': PeopleView;
    'people/person': PersonView;
    'people/roles': { roles: readonly RoleView[] };
  }
}

import type { UserState } from './queries';

export interface GroupChoice {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly on: boolean;
  /** Who looks at it may not give or take it. */
  readonly fixed: boolean;
}

export interface UsersView {
  readonly note: string | null;
  /** "12 people", "3 of 12 people match" */
  readonly count: string;
  readonly q: string;
  readonly group: number | null;
  readonly state: UserState | null;
  readonly groups: readonly { readonly id: number; readonly name: string }[];
  readonly states: readonly { readonly key: UserState; readonly label: string }[];
  readonly filtered: boolean;
  readonly users: readonly {
    readonly id: number;
    readonly name: string;
    readonly email: string;
    readonly initials: string;
    readonly groups: string;
    readonly state: UserState;
    readonly stateWords: string;
    readonly seen: string;
  }[];
  readonly previous: string | null;
  readonly next: string | null;
}

export interface InviteView {
  readonly csrfToken: string;
  readonly email: string;
  readonly name: string;
  readonly groups: readonly GroupChoice[];
  readonly problems: ReadonlyMap<string, string>;
}

export interface UserView {
  readonly csrfToken: string;
  readonly note: string | null;
  readonly problem: string | null;
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly state: UserState;
  readonly stateWords: string;
  readonly since: string;
  readonly seen: string;
  readonly timeZone: string;
  readonly groups: readonly GroupChoice[];
  /** Why nothing can be changed here, or null. */
  readonly readOnly: string | null;
}

export interface Answer {
  readonly what: string;
  readonly may: boolean;
  readonly why: readonly { readonly group: string; readonly groupId: number; readonly rest: string }[];
}

export interface PermissionsView {
  readonly id: number;
  readonly name: string;
  /** What makes every answer a no, or a yes that cannot be used yet. */
  readonly warning: string | null;
  /** As it was typed. */
  readonly page: string;
  readonly problem: string | null;
  readonly place: { readonly title: string; readonly url: string } | null;
  readonly pages: readonly Answer[];
  readonly areas: readonly Answer[];
}

declare module '../../platform/http/views' {
  interface Views {
    'admin/users/index': UsersView;
    'admin/users/new': InviteView;
    'admin/users/show': UserView;
    'admin/users/permissions': PermissionsView;
  }
}

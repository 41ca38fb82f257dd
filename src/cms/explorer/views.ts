import type { StatusView } from './page-status';
import type { When } from './when';

export interface Link {
  readonly text: string;
  readonly url: string;
}

/** A choice of one; the one that is on says so. */
export interface Choice extends Link {
  readonly on: boolean;
}

/** What one may do with a page, in the menu at the end of its line. `opens`: a step of its own, which first says what will happen. */
export interface MenuEntry extends Link {
  readonly danger: boolean;
}

export interface RowView {
  readonly id: number;
  readonly title: string;
  /** To the editor, or for who may not edit, to the level below. */
  readonly url: string;
  readonly address: string;
  readonly level: string;
  /** "5 below"; null: nothing. */
  readonly below: string | null;
  readonly type: string;
  readonly status: StatusView;
  /** "Password" or "Signed in": who else may read it; null: everybody. */
  readonly isPrivate: string | null;
  /** "Locked by Priya Raman"; null: it is not. */
  readonly locked: string | null;
  readonly changedBy: string;
  readonly changed: When;
  readonly inMenu: boolean;
  /** There is something that one may do with several at once. */
  readonly selectable: boolean;
  readonly menu: readonly MenuEntry[];
  readonly version: number;
  /** One may change its place. */
  readonly movable: boolean;
}

export interface FilterMenu {
  readonly label: string;
  readonly choices: readonly Choice[];
}

export interface LevelView {
  readonly csrfToken: string;
  readonly note: string | null;
  readonly problem: string | null;
  /** From the home page down; those that one may not see are left out. */
  readonly crumbs: readonly { readonly title: string; readonly url: string | null }[];
  readonly title: string;
  /** Null: there is no page above, since somebody sees parts of the site only. */
  readonly page: {
    readonly row: RowView;
    readonly editUrl: string | null;
    readonly liveUrl: string | null;
    readonly addUrl: string | null;
  } | null;
  readonly base: string;
  readonly q: string;
  /** Filters that are on; each leads to the list without it. */
  readonly active: readonly Link[];
  readonly menus: readonly FilterMenu[];
  readonly sort: FilterMenu;
  readonly since: { readonly choices: readonly Choice[]; readonly day: string };
  /** What a search keeps, and what a day keeps. */
  readonly kept: { readonly search: readonly Field[]; readonly since: readonly Field[] };
  readonly clearUrl: string | null;
  readonly scope: readonly Choice[];
  readonly columns: { readonly title: SortLink; readonly changed: SortLink };
  readonly rows: readonly RowView[];
  readonly caption: string;
  /** "10 of 13 pages match · in menu order" */
  readonly count: string;
  readonly empty: string;
  readonly previous: string | null;
  readonly next: string | null;
  /** Null: one may not, or the list is not a whole level. `on`: the order is being changed. */
  readonly reorder: ReorderView | null;
  readonly actions: readonly { readonly key: string; readonly label: string; readonly danger: boolean }[];
  /** Of this very list, for coming back to it. */
  readonly here: string;
}

export interface Field {
  readonly name: string;
  readonly value: string;
}

export interface SortLink {
  readonly url: string;
  readonly direction: 'ascending' | 'descending' | 'none';
}

export interface ReorderView {
  readonly on: boolean;
  readonly url: string;
  /** What readers will notice. */
  readonly where: string;
  /** "“Streams” stands between “RFC statuses” and “Formats”." */
  readonly moved: string | null;
  readonly undo: { readonly id: number; readonly version: number; readonly before: string } | null;
  /** The query of this list. */
  readonly list: string;
  readonly isFirstPage: boolean;
  readonly isLastPage: boolean;
}

declare module '../../platform/http/views' {
  interface Views { 'admin/explorer/level': LevelView }
}

import type { Field, FilterMenu, Link } from '../explorer/views';
import type { When } from '../explorer/when';
import type { CollectionChoice, PaneField, ReportView, UsesView } from '../images/views';

export interface RowView {
  readonly id: number;
  readonly title: string;
  readonly filename: string;
  readonly url: string;
  /** Its pane is open. */
  readonly isOpen: boolean;
  /** "PDF", "Word" */
  readonly type: string;
  readonly size: string;
  /** Whether search knows what the file says. */
  readonly text: TextView;
  /** "on 6 pages", "unused" */
  readonly use: string;
  readonly tags: readonly string[];
  readonly collection: { readonly name: string; readonly isPrivate: boolean } | null;
  /** Of the last change; in the trash, of throwing it away. */
  readonly changedBy: string;
  readonly changed: When;
}

export interface TextView {
  readonly icon: string;
  readonly isMissing: boolean;
  readonly words: string;
}

export interface LibraryView {
  readonly csrfToken: string;
  readonly base: string;
  /** The list in its own address, as forms carry it: `?q=map&page=2`. */
  readonly query: string;
  readonly canManage: boolean;
  /** Whose session has to be renewed when it ends. */
  readonly email: string;
  readonly note: { readonly words: string; readonly link: Link | null } | null;
  readonly report: ReportView | null;
  readonly count: string;
  readonly links: readonly (Link & { readonly isHere: boolean })[];
  readonly isTrash: boolean;
  readonly q: string;
  readonly kept: readonly Field[];
  readonly active: readonly Link[];
  readonly menus: readonly FilterMenu[];
  readonly sort: FilterMenu;
  readonly clearUrl: string | null;
  readonly rows: readonly RowView[];
  readonly empty: string;
  /** "1 to 48 of 214" */
  readonly place: string;
  readonly previous: string | null;
  readonly next: string | null;
  readonly nextWords: string;
  readonly collections: readonly CollectionChoice[];
  readonly tags: readonly string[];
  readonly upload: { readonly collection: number | null; readonly into: string | null; readonly accept: string; readonly mostBytes: number };
  readonly pane: PaneView | null;
}

export const PANE_FIELDS = ['title', 'description', 'tags', 'collection'] as const;
export type PaneFieldName = (typeof PANE_FIELDS)[number];

export interface PaneView {
  readonly id: number;
  readonly title: string;
  readonly closeUrl: string;
  readonly csrfToken: string;
  readonly query: string;
  readonly canManage: boolean;
  readonly version: number;
  readonly problem: string | null;
  /** What was typed is not saved. */
  readonly isRefused: boolean;
  /** Some of what was typed differs from what somebody else saved meanwhile. */
  readonly isClash: boolean;
  readonly trashed: string | null;
  readonly fields: Readonly<Record<PaneFieldName, PaneField>>;
  readonly tags: readonly string[];
  readonly collections: readonly CollectionChoice[];
  readonly facts: readonly { readonly label: string; readonly value: string; readonly more: string | null }[];
  /** Its own public address; `url` to open it, `address` to copy. */
  readonly file: { readonly url: string; readonly address: string; readonly opens: string; readonly accept: string };
  readonly text: TextView & { readonly beginning: string | null };
  readonly uses: UsesView;
  readonly versions: readonly VersionView[];
  readonly deletion: string;
}

export interface VersionView {
  readonly number: number;
  readonly isPresent: boolean;
  readonly url: string;
  readonly filename: string;
  readonly size: string;
  readonly sha256: string;
  readonly by: string;
  readonly when: When;
}

declare module '../../platform/http/views' {
  interface Views { 'admin/documents/index': LibraryView }
}

import type { Choice, Field, FilterMenu, Link } from '../explorer/views';
import type { When } from '../explorer/when';

export interface TileView {
  readonly id: number;
  readonly title: string;
  readonly filename: string;
  readonly url: string;
  /** Its pane is open. */
  readonly isOpen: boolean;
  readonly thumb: { readonly src: string; readonly srcset: string; readonly isWhole: boolean };
  /** What the library says to readers who cannot see it. */
  readonly decision: { readonly icon: string; readonly isMissing: boolean; readonly words: string };
  /** "on 6 pages", "unused" */
  readonly use: string;
  readonly tags: readonly string[];
  readonly collection: string | null;
  readonly pixels: string;
  readonly size: string;
  /** Of the last change; in the trash, of throwing it away. */
  readonly changedBy: string;
  readonly changed: When;
}

export interface CollectionChoice {
  readonly id: number;
  readonly name: string;
  readonly isPrivate: boolean;
}

/** What came of several files or images, where not everything went well. */
export interface ReportView {
  readonly title: string;
  readonly done: readonly ReportLine[];
  readonly refused: readonly ReportLine[];
}

export interface ReportLine {
  readonly title: string;
  readonly url: string | null;
  /** Why not; or what else there is to say. */
  readonly why: string | null;
}

export interface LibraryView {
  readonly csrfToken: string;
  /** Who is signed in, for signing in again in place. */
  readonly email: string;
  readonly base: string;
  /** The list in its own address, as forms carry it: `?q=map&page=2`. */
  readonly query: string;
  readonly canManage: boolean;
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
  readonly views: readonly Choice[];
  readonly isGrid: boolean;
  readonly clearUrl: string | null;
  readonly tiles: readonly TileView[];
  readonly empty: string;
  /** "1 to 48 of 214" */
  readonly place: string;
  readonly previous: string | null;
  readonly next: string | null;
  readonly nextWords: string;
  readonly collections: readonly CollectionChoice[];
  readonly tags: readonly string[];
  readonly upload: { readonly collection: number | null; readonly into: string | null; readonly mostMegabytes: number };
  readonly pane: PaneView | null;
}

/** What was typed, and what is there now where somebody else changed it meanwhile; null: the same. */
export interface PaneField {
  readonly value: string;
  readonly now: string | null;
  readonly problem: string | null;
}

export interface PaneView {
  readonly id: number;
  readonly title: string;
  readonly closeUrl: string;
  readonly csrfToken: string;
  readonly query: string;
  readonly canManage: boolean;
  readonly version: number;
  /** Why a change of it was refused, as a whole. */
  readonly problem: string | null;
  /** Something that was typed differs from what somebody else wrote meanwhile: saving again keeps what was typed. */
  readonly isClash: boolean;
  /** What stands in the form was typed, and is not stored. */
  readonly isRefused: boolean;
  readonly trashed: string | null;
  readonly picture: { readonly src: string; readonly srcset: string; readonly width: number; readonly height: number; readonly focalX: number; readonly focalY: number };
  readonly crops: readonly { readonly key: string; readonly label: string; readonly src: string; readonly ratio: string }[];
  readonly fields: Readonly<Record<PaneFieldName, PaneField>>;
  readonly decisions: readonly { readonly value: string; readonly label: string; readonly hint: string | null }[];
  readonly licences: readonly string[];
  readonly credits: readonly string[];
  readonly tags: readonly string[];
  readonly collections: readonly CollectionChoice[];
  readonly facts: readonly { readonly label: string; readonly value: string; readonly more: string | null }[];
  /** Absolute: what one copies. */
  readonly original: string;
  readonly uses: UsesView;
  readonly versions: readonly VersionView[];
  readonly deletion: string;
}

export const PANE_FIELDS = ['title', 'altDecision', 'alt', 'credit', 'licence', 'tags', 'collection', 'focalX', 'focalY'] as const;
export type PaneFieldName = (typeof PANE_FIELDS)[number];

export interface UsesView {
  /** "On 6 pages", "In use", "Not used anywhere" */
  readonly heading: string;
  readonly lines: readonly { readonly icon: string; readonly title: string; readonly url: string | null; readonly detail: string | null }[];
  /** Beyond the first ones. */
  readonly moreLines: UsesView['lines'];
  /** "and 3 that you may not see" */
  readonly hidden: string | null;
  /** Why it cannot be thrown away; null: it can. */
  readonly blocked: string | null;
}

export interface VersionView {
  readonly number: number;
  readonly isPresent: boolean;
  readonly facts: string;
  readonly filename: string;
  readonly by: string;
  readonly when: When;
}

declare module '../../platform/http/views' {
  interface Views { 'admin/images/index': LibraryView }
}

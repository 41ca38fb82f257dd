import type { Html } from '../../platform/html/html';
import type { When } from '../explorer/when';
import type { ComparedField, ComparedPart } from './compare';

export interface RevisionRow {
  readonly id: number;
  readonly number: number;
  readonly who: string;
  readonly when: When;
  readonly note: string | null;
  readonly marks: readonly ('live' | 'draft' | 'scheduled')[];
  readonly isA: boolean;
  readonly isB: boolean;
}

/** Parts one below the other; neighbours that are the same are one entry, folded. */
export type ShownPart = { readonly same: string; readonly parts: readonly Html[] } | { readonly part: ComparedPart };

export interface ComparisonView {
  /** "38 (live) compared with 41" */
  readonly heading: string;
  /** "8 words out, 21 in, 3 blocks" */
  readonly counts: string;
  readonly olderNumber: number;
  readonly olderId: number;
  readonly shown: readonly ShownPart[];
  readonly fields: readonly ComparedField[];
  /** What the next revision's number will be. */
  readonly nextNumber: number;
}

export interface PageHistoryView {
  readonly csrfToken: string;
  readonly id: number;
  readonly title: string;
  readonly crumbs: readonly { readonly title: string; readonly url: string }[];
  readonly summary: string;
  readonly note: string | null;
  readonly mayEdit: boolean;
  readonly view: 'page' | 'field';
  readonly before: number | null;
  readonly revisions: readonly RevisionRow[];
  /** Chosen, but not on this page of the list. */
  readonly elsewhere: readonly RevisionRow[];
  readonly pager: string;
  readonly older: string | null;
  readonly newest: string | null;
  /** There is more than one revision, so that there is something to choose. */
  readonly mayCompare: boolean;
  /** Null: nothing is chosen that could be compared. */
  readonly comparison: ComparisonView | null;
  readonly views: readonly { readonly label: string; readonly url: string; readonly current: boolean }[];
}

export interface AuditView {
  readonly csrfToken: string;
  readonly filters: { readonly who: string; readonly what: string | null; readonly object: string | null; readonly result: 'denied' | 'failed' | null; readonly from: string | null; readonly to: string | null };
  readonly objectWords: string | null;
  readonly filtered: boolean;
  readonly actions: readonly { readonly heading: string; readonly actions: readonly { readonly key: string; readonly label: string }[] }[];
  readonly entries: readonly {
    readonly id: number;
    readonly when: When;
    readonly who: string;
    readonly initials: string;
    /** After the name: "published". */
    readonly did: string;
    readonly object: { readonly words: string; readonly url: string | null } | null;
    readonly more: string | null;
    readonly result: 'done' | 'denied' | 'failed';
    readonly links: readonly { readonly label: string; readonly url: string }[];
  }[];
  readonly older: string | null;
  readonly newest: string | null;
  readonly csv: string;
}

declare module '../../platform/http/views' {
  interface Views {
    'admin/history/page': PageHistoryView;
    'admin/history/index': AuditView;
  }
}


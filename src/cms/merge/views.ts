import type { Html } from '../../platform/html/html';
import type { Choice } from './merging';

export interface SideView {
  readonly value: Choice;
  /** `Keep yours`, `Keep Ilse’s` */
  readonly label: string;
  /** `you, 09:38` */
  readonly meta: string;
  /** Empty: there is nothing on this side. */
  readonly html: Html;
  /** In place of an empty text: `Nothing: you removed it.` */
  readonly nothing: string;
}

export interface ClashView {
  readonly place: string;
  readonly title: string;
  readonly where: string | null;
  readonly sides: readonly [SideView, SideView];
  readonly both: boolean;
  readonly choice: Choice | null;
}

export interface ConflictView {
  readonly csrfToken: string;
  readonly page: { readonly id: number; readonly title: string };
  readonly theirs: number;
  readonly number: number;
  readonly base: number | null;
  readonly heading: string;
  /** Who and when. */
  readonly lead: string;
  readonly summary: string;
  readonly problem: string | null;
  readonly clashes: readonly ClashView[];
  readonly merged: readonly { readonly title: string; readonly reason: string }[];
  readonly mergedHeading: string;
  /** `1 of 2 chosen, “Title” is open` */
  readonly state: string;
  readonly mayCopy: boolean;
}

declare module '../../platform/http/views' {
  interface Views {
    'admin/merge/conflict': ConflictView;
  }
}

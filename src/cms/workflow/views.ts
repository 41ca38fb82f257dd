import type { ChooserView } from '../explorer/chooser';
import type { Done } from './forms';

/** One line of a fact: what it is, and what that means. */
export interface FactLine {
  readonly text: string;
  /** An address. */
  readonly mono: boolean;
  readonly soft: string | null;
}

/** Of a dialog about one page. */
export interface Dialog {
  readonly csrfToken: string;
  readonly id: number;
  readonly title: string;
  /** Why what was asked could not be done, or null. */
  readonly problem: string | null;
  readonly problems: ReadonlyMap<string, string>;
  /** Where "Keep editing" and "Cancel" lead. */
  readonly back: string;
}

/** The three fields of a moment. */
export interface MomentFields {
  readonly date: string;
  readonly time: string;
  readonly zone: string;
  readonly zones: readonly { readonly zone: string; readonly label: string }[];
}

export interface PictureQuestion {
  readonly number: number;
  readonly name: string;
  /** The thumbnail; null when there is none. */
  readonly url: string | null;
  readonly alt: string;
  readonly decision: 'described' | 'decorative' | null;
  /** The decision is the library's, and nobody's of this page yet. */
  readonly fromLibrary: boolean;
  readonly problem: string | null;
  readonly editUrl: string;
}

export interface PublishView extends Dialog {
  readonly revision: number;
  /** How far it is from what readers see, and where to compare. */
  readonly changes: string;
  readonly compareUrl: string | null;
  readonly address: readonly FactLine[];
  readonly menus: readonly FactLine[];
  readonly feeds: readonly FactLine[];
  readonly when: 'now' | 'at';
  readonly moment: MomentFields;
  /** `Tue 24 Nov, 09:00` and the line with UTC, as the fields stand; null while they are no moment. */
  readonly momentWords: { readonly short: string; readonly utc: string } | null;
  /** What is planned already, and what becomes of it. */
  readonly planned: string | null;
  readonly pictures: readonly PictureQuestion[];
  readonly needed: readonly { readonly where: string; readonly message: string; readonly url: string }[];
  readonly looks: readonly Look[];
  /** Why the button does nothing yet; null: it may be pressed. */
  readonly waits: string | null;
}

export interface Look {
  readonly text: string;
  readonly url: string | null;
  readonly words: string | null;
}

export interface TouchView extends Dialog {
  /** What it touches, each with its name: "Address", "Pages below", "Links to it", "Menus". */
  readonly facts: readonly { readonly name: string; readonly lines: readonly FactLine[] }[];
}

export interface OfflineView extends TouchView {
  readonly kind: 'unpublish' | 'trash';
  readonly reason: string;
  /** For what stands below; null: nothing public does, or it goes in any case. */
  readonly below: { readonly on: boolean; readonly words: string } | null;
}

export interface PlaceView extends TouchView {
  readonly kind: 'move' | 'copy';
  /** Null: there is no such level of the tree; an address can be typed all the same. */
  readonly chooser: ChooserView | null;
  readonly address: string;
  readonly pageTitle: string;
  readonly slug: string;
  readonly below: { readonly on: boolean; readonly words: string } | null;
}

export interface SettingsView extends Dialog {
  readonly owner: string;
  readonly people: readonly { readonly id: number; readonly name: string }[];
  readonly reviewOn: string;
  readonly moment: MomentFields;
  readonly expiry: string | null;
  readonly lock: { readonly words: string; readonly on: boolean; readonly may: boolean };
  readonly accessWords: string;
  readonly mayPublish: boolean;
}

export interface AccessView extends TouchView {
  readonly access: 'public' | 'signed-in' | 'password';
  /** Why a page above decides; null: none does. */
  readonly above: string | null;
}

export interface QueueRow {
  readonly id: number;
  readonly title: string;
  readonly path: string;
  readonly editUrl: string;
  readonly when: string;
  readonly by: string | null;
  /** Of a failure. */
  readonly problem: string | null;
  readonly kind: 'live' | 'offline';
  readonly changeUrl: string | null;
  /** Whether who looks may cancel it. */
  readonly mayCancel: boolean;
}

export interface QueueView {
  readonly csrfToken: string;
  readonly note: string | null;
  readonly failed: readonly QueueRow[];
  readonly days: readonly { readonly day: string; readonly rows: readonly QueueRow[] }[];
  readonly lately: readonly QueueRow[];
  readonly zone: string;
}

/** The note after something was done to a page, with the way back where there is one. */
export interface DoneNote {
  readonly done: Done;
  readonly words: string;
  readonly url: string | null;
  readonly urlWords: string | null;
  /** Of a publication that can still be undone: the revision that is live. */
  readonly undo: { readonly pageId: number; readonly revision: number } | null;
}

declare module '../../platform/http/views' {
  interface Views {
    'admin/workflow/publish': PublishView;
    'admin/workflow/offline': OfflineView;
    'admin/workflow/place': PlaceView;
    'admin/workflow/settings': SettingsView;
    'admin/workflow/access': AccessView;
    'admin/workflow/schedule': QueueView;
    'admin/workflow/_done': { csrfToken: string; done: DoneNote };
  }
}

import type { Field, FilterMenu, Link } from '../explorer/views';
import type { When } from '../explorer/when';

/** The library of one kind: what is around the list. Sections add their items and their pane. */
export interface LibraryView {
  readonly csrfToken: string;
  /** Who is signed in, for signing in again in place. */
  readonly email: string;
  readonly base: string;
  /** "image", "images": in sentences, and as names of templates. */
  readonly one: string;
  readonly many: string;
  readonly heading: string;
  /** Where what is shown can be asked for again: what a refused form drew stands at an address that takes forms only. */
  readonly address: string;
  /** The list in its own address, as forms carry it: `?q=map&page=2`. */
  readonly query: string;
  readonly canManage: boolean;
  readonly note: { readonly words: string; readonly link: Link | null } | null;
  readonly report: ReportView | null;
  /** What stands in the form for several files. */
  readonly bulk: BulkTyped;
  readonly count: string;
  readonly links: readonly Link[];
  readonly isTrash: boolean;
  readonly filters: FiltersView;
  readonly empty: string;
  /** "1 to 48 of 214" */
  readonly place: string;
  readonly previous: string | null;
  readonly next: string | null;
  readonly nextWords: string;
  readonly collections: readonly CollectionChoice[];
  readonly tags: readonly string[];
  readonly upload: UploadView;
}

export interface FiltersView {
  readonly q: string;
  readonly kept: readonly Field[];
  readonly active: readonly Link[];
  readonly menus: readonly FilterMenu[];
  readonly sort: FilterMenu;
  readonly clearUrl: string | null;
}

/** What a kind takes, and how its search is asked for. */
export interface KindWords {
  /** What a search looks at: "title, alt, credit, tags". */
  readonly searched: string;
  /** "picture" */
  readonly called: string;
  /** "JPEG, PNG or SVG" */
  readonly types: string;
  /** For the file input, and for scripts, which refuse others before they are sent. */
  readonly accept: string;
  readonly taken: string;
  readonly mostBytes: number;
  /** What happens to a file on its way in. */
  readonly happens: string;
  /** Who has it from then on, where that may surprise: a sentence. */
  readonly whoHasIt: string | null;
}

export interface UploadView extends KindWords {
  readonly collection: number | null;
  /** Its name. */
  readonly into: string | null;
}

export interface CollectionChoice {
  readonly id: number;
  readonly name: string;
  readonly isPrivate: boolean;
}

/** What came of several files, where not everything went well. */
export interface ReportView {
  readonly title: string;
  readonly done: readonly ReportLine[];
  readonly refused: readonly ReportLine[];
  /** Files that stay selected in the list, for something else to be done to them. */
  readonly picked: readonly number[];
  /** What was typed for them, where nothing was done yet. */
  readonly typed?: BulkTyped;
}

export interface BulkTyped {
  readonly tag: string;
  /** An id, or nothing. */
  readonly collection: string;
}

export interface ReportLine {
  readonly title: string;
  readonly url: string | null;
  /** Why not; or what else there is to say. */
  readonly why: string | null;
}

/** One file of a list. */
export interface ItemView {
  readonly id: number;
  readonly title: string;
  readonly filename: string;
  readonly url: string;
  /** Its pane is open. */
  readonly isOpen: boolean;
  readonly isPicked: boolean;
  /** "on 6 pages", "unused" */
  readonly use: string;
  readonly tags: readonly string[];
  readonly collection: { readonly name: string; readonly isPrivate: boolean } | null;
  /** Of the last change; in the trash, of throwing it away. */
  readonly changedBy: string;
  readonly changed: When;
}

/** What was typed, and what is there now where somebody else changed it meanwhile; null: the same. */
export interface PaneField {
  readonly value: string;
  readonly now: string | null;
  readonly problem: string | null;
  /** Sent along, so that what somebody else changes meanwhile can be merged. */
  readonly was: string;
}

/** What is known of one file. Sections add what is their own. */
export interface PaneView<FieldName extends string> {
  readonly id: number;
  readonly one: string;
  readonly title: string;
  /** Its address for staff. */
  readonly at: string;
  readonly closeUrl: string;
  readonly csrfToken: string;
  readonly query: string;
  readonly canManage: boolean;
  /** Who may change it, and it is not in the trash. */
  readonly canChange: boolean;
  /** Saving takes it out of the trash first: somebody threw it away while it was typed about. */
  readonly restores: boolean;
  readonly version: number;
  /** Which the form is about: an older one, when what was typed about that was refused. */
  readonly formVersion: number;
  /** What came of saving, where there is more to say than that it is saved. */
  readonly note: string | null;
  /** Who changed it last, and when, in a sentence; null: nobody since it was added. */
  readonly changed: string | null;
  /** Why a change of it was refused, as a whole. */
  readonly problem: string | null;
  /** Something that was typed differs from what somebody else wrote meanwhile: saving again keeps what was typed. */
  readonly isClash: boolean;
  /** To the fields for which that is so. */
  readonly clashes: readonly Link[];
  /** What stands in the form was typed, and is not stored. */
  readonly isRefused: boolean;
  readonly trashed: string | null;
  readonly fields: Readonly<Record<FieldName, PaneField>>;
  readonly tags: readonly string[];
  readonly collections: readonly CollectionChoice[];
  readonly facts: readonly FactView[];
  readonly uses: UsesView;
  readonly versions: readonly VersionView[];
  /** What deleting it for good does. */
  readonly deletion: string;
}

export interface FactView {
  readonly label: string;
  readonly value: string;
  readonly more: string | null;
}

export interface UsesView {
  /** "On 6 pages", "In 1 place", "Not used anywhere" */
  readonly heading: string;
  readonly lines: readonly { readonly icon: string; readonly title: string; readonly url: string | null; readonly detail: string | null }[];
  /** Beyond the first ones. */
  readonly moreLines: UsesView['lines'];
  /** "3 more that you may not see" */
  readonly hidden: string | null;
  /** Why it cannot be thrown away; null: it can. */
  readonly blocked: string | null;
}

export interface VersionView {
  readonly number: number;
  readonly isPresent: boolean;
  readonly filename: string;
  /** "640 × 480, 45 kB" */
  readonly facts: string;
  /** Where staff get it; null: it is not given out. */
  readonly url: string | null;
  /** In hex; null: nobody asks. */
  readonly sha256: string | null;
  readonly by: string;
  readonly when: When;
}


import type { Request, Response } from 'express';
import type { Actor } from '../../platform/history/record';
import type { Upload } from '../../platform/http/uploads';
import type { Log } from '../../platform/log';
import type { MediaChangeDeps } from '../media/change-media';
import type { Kind } from './kinds';
import type { Listing } from './listing';
import type { FormFields } from './merge-fields';
import type { ReportView } from './views';

/** What the handlers of the library have to know of one of its sections. */
export interface MediaSection {
  readonly kind: Kind;
  readonly deps: MediaChangeDeps & { readonly log: Log };
  /** Names of the form in the pane: what is wrong with them is said beside them. */
  readonly fields: readonly string[];
  /** The list that stands in a request's address. */
  listing(req: Request): Listing;
  /** As scripts are told of one. @throws NotFound */
  answer(id: number): Promise<FileAnswer>;
  /** The list, with one file's pane beside it or a report above it. @throws NotFound */
  show(req: Request, res: Response, shown: Shown): Promise<void>;
}

export interface Shown {
  readonly open: { readonly id: number; readonly refused: Refused | null; readonly note?: string | null } | null;
  /** What came of several files, where not all went well. */
  readonly report: ReportView | null;
}

/** A change that was refused: what was typed comes back, with the reason above the form or beside its fields. */
export interface Refused extends FormFields {
  /** Which the form said that it was of; null: it did not. */
  readonly version: number | null;
  readonly problem: string | null;
  readonly problems: ReadonlyMap<string, string>;
  /** Somebody else changed it meanwhile: what is there now is shown beside what was typed. */
  readonly isConflict: boolean;
}

/** A file as scripts are told of it; kinds add what is their own. */
export interface FileAnswer {
  /** What content names it by. */
  readonly uri: string;
  readonly id: number;
  readonly label: string;
  readonly detail: string;
  readonly thumb: string | null;
  /** Its place in the library. */
  readonly url: string;
  readonly version: number;
}

/** One change of a kind: one transaction, with its history. Gives what a person has to be told besides, or nothing. */
export type Action<What> = (deps: MediaChangeDeps, actor: Actor, what: What) => Promise<string | null | void>;

export interface NewFile {
  readonly upload: Upload;
  readonly collectionId: number | null;
  /** Also when the same file lies in the trash. */
  readonly again: boolean;
}

export interface Uploaded {
  readonly id: number;
  /** It was there already: nothing new was made. */
  readonly isDuplicate: boolean;
  /** What was left behind of the file, where somebody may miss it. */
  readonly note: string | null;
}

export interface Replacement {
  readonly id: number;
  /** Which the person saw. */
  readonly version: number;
  readonly upload: Upload;
}

export interface PutBack {
  readonly id: number;
  readonly version: number;
  /** Of the former file. */
  readonly number: number;
}

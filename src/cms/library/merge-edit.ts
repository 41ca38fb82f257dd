import type { Db } from '../../platform/db/connect';
import type { Actor } from '../../platform/history/record';
import { Conflict } from '../../platform/http/errors';
import { checkChangeable } from './check';
import type { FileEdit } from './edit';
import type { Kind } from './kinds';
import { mergeFields } from './merge-fields';
import { findPersonName, type FileRow } from './queries';

/** The form of a kind's pane, in as much as changes of two people are merged by it. */
export interface PaneForm<Row, Name extends string = string> {
  /** What its fields say of a row. */
  stored(row: Row): Readonly<Record<Name, string>>;
  /** Fields that are one answer: of a half, nobody could say what it means. */
  readonly together: readonly (readonly Name[])[];
  /** What a field is called in a sentence, with "the" before it. */
  readonly words: Readonly<Record<Name, string>>;
}

interface Merged<Row, Said> {
  readonly edit: FileEdit<Row, Said>['edit'];
  /** What only somebody else changed since the person saw it, in words. */
  readonly theirs: readonly string[];
}

/**
 * A change of a row that is locked, by what it is now: where somebody else changed it since the person saw it, what only they changed is left
 * out. @throws Conflict when both changed the same, or the request does not say what the fields were; also in the trash
 */
export function mergeEdit<Row extends Pick<FileRow, 'version' | 'trashedAt'>, Said extends object>(
  kind: Kind, pane: PaneForm<Row>, row: Row, { version, edit, form }: Omit<FileEdit<Row, Said>, 'id'>,
): Merged<Row, Said> {
  if (version === row.version || form === undefined || form.was.size === 0 || typeof edit === 'function') {
    checkChangeable(kind, row, version);
    return { edit, theirs: [] };
  }
  checkChangeable(kind, row, undefined);
  const { theirs, clashes } = mergeFields(pane.stored(row), form, pane.together);
  if (clashes.size > 0) throw new Conflict(`Somebody else has changed ${listed(wordsFor(pane, clashes))} meanwhile, too. Nothing of yours was saved yet.`);
  const mine = Object.entries(edit).filter(([name]) => !theirs.has(name === 'collectionId' ? 'collection' : name));
  return { edit: Object.fromEntries(mine) as Merged<Row, Said>['edit'], theirs: wordsFor(pane, theirs) };
}

/** Each once: fields that are one answer have one name. */
function wordsFor({ words }: Pick<PaneForm<never>, 'words'>, fields: Iterable<string>): string[] {
  return [...new Set([...fields].map((name) => words[name] ?? name))];
}

/** `the title, the credit and the tags` */
function listed(words: readonly string[]): string {
  const each = words.map((word) => `the ${word}`);
  return each.length < 2 ? each.join('') : `${each.slice(0, -1).join(', ')} and ${each.at(-1)!}`;
}

/** What to tell a person of what somebody else changed; `updatedBy` of the row before. Null: nothing. */
export async function mergedNote(trx: Db, { userId }: Actor, updatedBy: number | null, theirs: readonly string[], isWritten: boolean): Promise<string | null> {
  if (theirs.length === 0) return null;
  const who = updatedBy === null ? 'Plenary' : updatedBy === userId ? 'You yourself' : await findPersonName(trx, updatedBy) ?? 'Somebody';
  return isWritten ? `Saved. ${who} changed ${listed(theirs)} meanwhile; both are kept.` : `${who} changed ${listed(theirs)} meanwhile. There was nothing else to save.`;
}

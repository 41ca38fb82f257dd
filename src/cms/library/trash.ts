import type { Holder } from '../../accounts/permissions';
import type { Actor } from '../../platform/history/record';
import { Conflict } from '../../platform/http/errors';
import type { MediaChange } from '../media/change-media';
import { listUses } from '../media/uses';
import { checkUnchanged, checkUnused } from './check';
import type { Kind } from './kinds';
import { lockFile, updateTrashed, type FileRow } from './queries';

/** Into the trash, out of it, or out of the world. */
export interface Trashing {
  readonly id: number;
  /** Which the person saw; undefined: they chose it from a list. */
  readonly version?: number | undefined;
  /** For the refusal, which names what they may see. */
  readonly viewer?: Holder | undefined;
}

/**
 * Put a file that nothing uses into the trash: nobody is offered it any more, and its addresses answer 410. One that is there already stays,
 * without a word, unless somebody says which version they saw.
 * @throws Conflict when something uses it, or somebody else changed it meanwhile; NotFound
 */
export async function trashFile(change: MediaChange, actor: Actor, kind: Kind, { id, version, viewer }: Trashing): Promise<void> {
  const file = await lockFile(change.trx, kind, id);
  checkUnchanged(kind, file, version);
  if (file.trashedAt !== null) return change.unseen();
  checkUnused(await listUses(change.trx, kind.one, id, viewer), 'Cannot be trashed');
  await updateTrashed(change.trx, kind, id, change.at, { at: change.at, by: actor.userId });
  await tell(change, kind, 'trashed', file);
}

/** Bring it back from the trash, as it was, under the same address. @throws Conflict when somebody else changed it meanwhile; NotFound */
export async function restoreFile(change: MediaChange, actor: Actor, kind: Kind, { id, version }: Trashing): Promise<void> {
  const file = await lockFile(change.trx, kind, id);
  checkUnchanged(kind, file, version);
  if (file.trashedAt === null) return change.unseen();
  await updateTrashed(change.trx, kind, id, null, { at: change.at, by: actor.userId });
  await tell(change, kind, 'restored', file);
}

/**
 * A file of the trash that may be deleted for good, locked.
 * @throws Conflict when it is not in the trash, something came to use it there, or somebody else changed it meanwhile; NotFound
 */
export async function lockDeletable({ trx }: MediaChange, kind: Kind, { id, version, viewer }: Trashing): Promise<FileRow> {
  const file = await lockFile(trx, kind, id);
  if (file.trashedAt === null) throw new Conflict('Only what is in the trash can be deleted for good.');
  checkUnchanged(kind, file, version);
  checkUnused(await listUses(trx, kind.one, id, viewer), 'Cannot be deleted');
  return file;
}

/** The same as the beginning of another change, which says itself whether readers see any of it. */
export async function restoreFirst(change: MediaChange, actor: Actor, kind: Kind, trashing: Trashing): Promise<void> {
  await restoreFile({ ...change, unseen: () => undefined }, actor, kind, trashing);
}

async function tell(change: MediaChange, { one }: Kind, done: string, { id, title, filename }: FileRow): Promise<void> {
  await change.tell({ action: `${one}.${done}`, objectType: one, objectId: String(id), siteId: null, detail: { title, filename } });
}

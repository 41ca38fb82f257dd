import type { Readable } from 'node:stream';
import type { Db } from '../../platform/db/connect';
import type { FileStore } from '../../platform/files';
import { allowSlowFile, deletePending, insertPending, isNamed, listPending, lockPending, lockPendingUnlessBusy } from './pending-queries';

export interface FileDeps {
  readonly db: Db;
  readonly files: FileStore;
  readonly now: () => Date;
}

/**
 * Keep a file and the rows that name it: both or neither, whatever is killed meanwhile. First the file is announced, in a transaction of
 * its own; then, with the announcement locked, the file is written, `rows` inserts what names it, and the announcement goes with the
 * commit. What is announced and locked by nobody was left by somebody who died (`settleFiles`). Whoever writes the same file at the
 * same time waits, and finds the other's rows.
 * `content` is called each time the file is written: a stream can be read once only.
 */
export async function keepFile<Result>(deps: FileDeps, key: string, content: () => Buffer | Readable, rows: (trx: Db) => Promise<Result>): Promise<Result> {
  try {
    for (;;) {
      await insertPending(deps.db, [key], deps.now());
      const kept = await deps.db.transaction((trx) => writeLocked(deps.files, trx, key, content, rows));
      if (kept) return kept.result; // else somebody settled the announcement in between: again
    }
  } catch (error) {
    await settleFiles(deps, [key]).catch(() => undefined); // else the next start does
    throw error;
  }
}

async function writeLocked<Result>(
  files: FileStore, trx: Db, key: string, content: () => Buffer | Readable, rows: (trx: Db) => Promise<Result>,
): Promise<{ result: Result } | undefined> {
  await allowSlowFile(trx);
  if (!await lockPending(trx, key)) return undefined;
  await files.put(key, content());
  const result = await rows(trx);
  await deletePending(trx, key);
  return { result };
}

/** For files whose rows are deleted or changed in this transaction: `settleFiles` removes those that no other row names. */
export async function discardFiles(trx: Db, keys: readonly string[], at: Date): Promise<void> {
  await insertPending(trx, keys, at);
}

/**
 * Remove announced files that no row names, and forget the announcements; at the start, after each removal, every hour. Files that
 * somebody is writing at this moment are left to them. Gives how many files went. `keys`: only these.
 */
export async function settleFiles({ db, files }: Pick<FileDeps, 'db' | 'files'>, keys?: readonly string[]): Promise<number> {
  let removed = 0;
  for (const key of keys ?? await listPending(db)) {
    removed += await db.transaction(async (trx) => {
      if (!await lockPendingUnlessBusy(trx, key)) return 0;
      const named = await isNamed(trx, key);
      if (!named) await files.delete(key);
      await deletePending(trx, key);
      return named ? 0 : 1;
    });
  }
  return removed;
}

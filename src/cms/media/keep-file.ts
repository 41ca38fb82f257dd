import type { Readable } from 'node:stream';
import { atMost } from '../../platform/at-most';
import type { Db } from '../../platform/db/connect';
import type { FileStore } from '../../platform/files';
import { Unavailable } from '../../platform/http/errors';
import { allowSlowFile, deletePending, insertPending, isNamed, listPending, lockPending, lockPendingUnlessBusy } from './pending-queries';

export interface FileDeps {
  /** Connections, not a transaction: what is announced must be seen by others at once. */
  readonly db: Db;
  readonly files: FileStore;
  readonly now: () => Date;
}

/** A slow store holds four of the ten connections of a process at most; the others are for readers. */
const inTurn = atMost(4);

/**
 * Keep a file and the rows that name it: both or neither, whatever is killed meanwhile. First the file is announced, in a transaction of
 * its own; then, with the announcement locked, the file is written, `rows` inserts what names it, and the announcement goes with the
 * commit. What is announced and locked by nobody was left by somebody who died (`settleFiles`). Whoever writes the same file at the
 * same time waits, and finds the other's rows.
 * `content` is called each time the file is written: a stream can be read once only. It must come from this machine, never from a
 * visitor, since the transaction waits for it; and `rows` keeps no other file.
 * Whoever names a file without writing it (a copy, a former version) locks a row that names it already, else the file may go in between.
 */
export async function keepFile<Result>(deps: FileDeps, key: string, content: () => Buffer | Readable, rows: (trx: Db) => Promise<Result>): Promise<Result> {
  if (deps.db.isTransaction) throw new Error('A file is kept in a transaction of its own');
  try {
    return await inTurn(() => keep(deps, key, content, rows));
  } catch (error) {
    await cleanUp(deps, key, error).catch(() => undefined); // else the next hour does
    throw error;
  }
}

async function keep<Result>(deps: FileDeps, key: string, content: () => Buffer | Readable, rows: (trx: Db) => Promise<Result>): Promise<Result> {
  for (;;) {
    await insertPending(deps.db, [key], deps.now());
    const kept = await deps.db.transaction((trx) => writeLocked(deps.files, trx, key, content, rows));
    if (kept) return kept.result; // else somebody settled the announcement in between: again
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

/**
 * Announced once more: if the database ended our transaction while the file was written, somebody else may have settled the first
 * announcement before the file was there. A store that does not answer is not asked again.
 */
async function cleanUp(deps: FileDeps, key: string, error: unknown): Promise<void> {
  await insertPending(deps.db, [key], deps.now());
  if (!(error instanceof Unavailable)) await settleFiles(deps, [key]);
}

/** For files whose rows are deleted or changed in this transaction: `settleFiles` removes those that no other row names. */
export async function discardFiles(trx: Db, keys: readonly string[], at: Date): Promise<void> {
  await insertPending(trx, keys, at);
}

/**
 * Remove announced files that no row names, and forget the announcements; at the start, after each removal, every hour. Files that
 * somebody is writing at this moment are left to them. Gives how many files went. `keys`: only these.
 * @throws what kept one of them from going, after the others have gone; at once when the store does not answer
 */
export async function settleFiles(deps: Pick<FileDeps, 'db' | 'files'>, keys?: readonly string[]): Promise<number> {
  const failures: unknown[] = [];
  let removed = 0;
  for (const key of keys ?? await listPending(deps.db)) {
    try {
      if (await settle(deps, key)) removed += 1;
    } catch (error) {
      failures.push(error);
      if (error instanceof Unavailable) break;
    }
  }
  if (failures.length > 0) throw failures[0];
  return removed;
}

/** Whether the file went. It goes before its announcement does: killed in between, somebody else finds the announcement. */
async function settle({ db, files }: Pick<FileDeps, 'db' | 'files'>, key: string): Promise<boolean> {
  return db.transaction(async (trx) => {
    await allowSlowFile(trx);
    if (!await lockPendingUnlessBusy(trx, key)) return false;
    const named = await isNamed(trx, key);
    if (!named) await files.delete(key);
    await deletePending(trx, key);
    return !named;
  });
}

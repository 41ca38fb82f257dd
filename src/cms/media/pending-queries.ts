import type { Db } from '../../platform/db/connect';

/** Note that a file may lie in the store without a row: it is about to be written, or its row is about to go. */
export async function insertPending(db: Db, keys: readonly string[], since: Date): Promise<void> {
  if (keys.length === 0) return;
  await db('pendingFiles').insert([...new Set(keys)].map((storageKey) => ({ storageKey, since }))).onConflict('storageKey').ignore();
}

/** Wait until nobody else writes or removes this file. False when whoever did has settled it. */
export async function lockPending(trx: Db, key: string): Promise<boolean> {
  return await trx('pendingFiles').where('storageKey', key).forUpdate().first('storageKey') !== undefined;
}

/** The same without waiting: false also for a file that somebody is writing at this moment. */
export async function lockPendingUnlessBusy(trx: Db, key: string): Promise<boolean> {
  return await trx('pendingFiles').where('storageKey', key).forUpdate().skipLocked().first('storageKey') !== undefined;
}

export async function listPending(db: Db): Promise<string[]> {
  return db('pendingFiles').orderBy('since').pluck('storageKey') as Promise<string[]>;
}

export async function deletePending(trx: Db, key: string): Promise<void> {
  await trx('pendingFiles').where('storageKey', key).del();
}

const NAMED = `
  select exists (select from images where storage_key = :key) or exists (select from documents where storage_key = :key)
    or exists (select from renditions where storage_key = :key) or exists (select from file_versions where storage_key = :key) as named`;

/** Whether any row says that this file is there. */
export async function isNamed(db: Db, key: string): Promise<boolean> {
  const result = await db.raw<{ rows: { named: boolean }[] }>(NAMED, { key });
  return result.rows[0]!.named;
}

/** A transaction may wait longer than others: while a file is written, or for somebody who writes the same one. */
export async function allowSlowFile(trx: Db): Promise<void> {
  await trx.raw(`select set_config('idle_in_transaction_session_timeout', '60s', true), set_config('lock_timeout', '20s', true), set_config('statement_timeout', '30s', true)`);
}

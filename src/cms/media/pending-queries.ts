import type { Db } from '../../platform/db/connect';

const INSERT = `
  insert into pending_files (storage_key, since)
  select key, :since from unnest(:keys::text[]) as key order by key on conflict (storage_key) do nothing`;

/** Note that a file may lie in the store without a row: it is about to be written, or its row is about to go. In order, so that two never wait for each other. */
export async function insertPending(db: Db, keys: readonly string[], since: Date): Promise<void> {
  if (keys.length > 0) await db.raw(INSERT, { keys: [...new Set(keys)], since });
}

/** Wait until nobody else writes or removes this file. False when whoever did has settled it. */
export async function lockPending(trx: Db, key: string): Promise<boolean> {
  return await trx('pendingFiles').where('storageKey', key).forUpdate().first('storageKey') !== undefined;
}

/** The same without waiting: false also for a file that somebody is writing at this moment. */
export async function lockPendingUnlessBusy(trx: Db, key: string): Promise<boolean> {
  return await trx('pendingFiles').where('storageKey', key).forUpdate().skipLocked().first('storageKey') !== undefined;
}

export async function isPending(db: Db, key: string): Promise<boolean> {
  return await db('pendingFiles').where('storageKey', key).first('storageKey') !== undefined;
}

export async function listPending(db: Db): Promise<string[]> {
  return db('pendingFiles').orderBy('since').pluck('storage_key') as Promise<string[]>;
}

/** Announced before that moment, and nobody works on them. They are locked for the time of the transaction. */
export async function lockLeftPending(trx: Db, before: Date): Promise<{ storageKey: string; since: Date }[]> {
  return trx('pendingFiles').where('since', '<', before).orderBy('storageKey').forUpdate().skipLocked().select('storageKey', 'since') as Promise<{ storageKey: string; since: Date }[]>;
}

export async function deletePending(trx: Db, key: string): Promise<void> {
  await trx('pendingFiles').where('storageKey', key).del();
}

/** Every table with a column `storage_key`, but that of the announcements: a table that is missing here would lose its files. */
export const NAMING_TABLES = ['documents', 'file_versions', 'images', 'renditions'] as const;

const NAMED = `select ${NAMING_TABLES.map((table) => `exists (select from ${table} where storage_key = :key)`).join(' or ')} as named`;

/** Whether any row says that this file is there. */
export async function isNamed(db: Db, key: string): Promise<boolean> {
  const result = await db.raw<{ rows: { named: boolean }[] }>(NAMED, { key });
  return result.rows[0]!.named;
}

/** A transaction may wait longer than others: while a file is written, or for somebody who writes the same one. */
export async function allowSlowFile(trx: Db): Promise<void> {
  await trx.raw(`select set_config('idle_in_transaction_session_timeout', '60s', true), set_config('lock_timeout', '20s', true), set_config('statement_timeout', '30s', true)`);
}

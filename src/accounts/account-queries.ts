import type { Db } from '../platform/db/connect';

/** Somebody as jobs and actions know them. */
export interface Account {
  readonly id: number;
  readonly email: string;
  readonly name: string;
  readonly active: boolean;
  readonly passwordHash: string | null;
}

const COLUMNS = ['id', 'email', 'name', 'active', 'passwordHash'] as const;

export async function findAccount(db: Db, id: number): Promise<Account | undefined> {
  return db('users').where('id', id).first<Account | undefined>(...COLUMNS);
}

/** For the length of the transaction nobody else changes it. */
export async function lockAccount(trx: Db, id: number): Promise<Account | undefined> {
  return trx('users').where('id', id).forUpdate().first<Account | undefined>(...COLUMNS);
}

/** A new password ends every session there is: the epoch in them is the old one. */
export async function updatePassword(trx: Db, id: number, passwordHash: string): Promise<void> {
  await trx('users').where('id', id).update({ passwordHash });
  await updateSessionEpoch(trx, id);
}

export async function updateSessionEpoch(trx: Db, id: number): Promise<void> {
  await trx('users').where('id', id).increment('sessionEpoch', 1);
}

export async function updateUser(trx: Db, id: number, change: { name?: string; timeZone?: string; active?: boolean }): Promise<void> {
  await trx('users').where('id', id).update(change);
}

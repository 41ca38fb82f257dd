import type { Db } from '../../platform/db/connect';
import { record, type Actor } from '../../platform/history/record';
import { findCredentials, updateLastSignIn } from '../queries';
import { normalEmail, type User } from '../user';

/** What a right password changes: when somebody signed in last, and history. The session is the caller's. */
export async function recordSignIn(db: Db, at: Date, actor: Actor, user: User): Promise<void> {
  await db.transaction(async (trx) => {
    await updateLastSignIn(trx, user.id, at);
    await record(trx, at, { ...actor, userId: user.id }, { action: 'user.signed-in', objectType: 'user', objectId: String(user.id), siteId: null });
  });
}

/**
 * An unknown address is not written down: it may be a password in the wrong field. The steps are the same as for a
 * known one, so that their time tells nothing.
 */
export async function recordFailedSignIn(db: Db, at: Date, actor: Actor, email: string): Promise<void> {
  const known = await findCredentials(db, normalEmail(email));
  await record(db, at, { ...actor, userId: null }, {
    action: 'user.sign-in-failed', objectType: 'user', objectId: known ? String(known.id) : 'unknown', siteId: null, result: 'denied',
  });
}

export async function recordSignOut(db: Db, at: Date, actor: Actor, user: User): Promise<void> {
  await record(db, at, actor, { action: 'user.signed-out', objectType: 'user', objectId: String(user.id), siteId: null });
}

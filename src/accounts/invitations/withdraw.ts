import type { Db } from '../../platform/db/connect';
import { record, type Actor } from '../../platform/history/record';
import { Conflict } from '../../platform/http/errors';
import { lockAccount } from '../account-queries';
import { deleteUser } from '../users/queries';

/** The account of somebody who never came goes altogether: they did nothing that history would have to tell. @throws Conflict when they came */
export async function withdraw(db: Db, at: Date, actor: Actor, userId: number): Promise<void> {
  await db.transaction(async (trx) => {
    const account = await lockAccount(trx, userId);
    if (!account || account.passwordHash !== null) throw new Conflict('This invitation was taken up already.');
    await deleteUser(trx, userId);
    await record(trx, at, actor, { action: 'user.invitation-withdrawn', objectType: 'user', objectId: String(userId), siteId: null, detail: { email: account.email } });
  });
}

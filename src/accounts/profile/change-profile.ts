import type { Db } from '../../platform/db/connect';
import { record, type Actor } from '../../platform/history/record';
import { updateUser } from '../account-queries';
import type { CurrentUser } from '../user';

export async function changeProfile(db: Db, at: Date, actor: Actor, user: CurrentUser, change: { name: string; timeZone: string }): Promise<void> {
  if (change.name === user.name && change.timeZone === user.timeZone) return;
  await db.transaction(async (trx) => {
    await updateUser(trx, user.id, change);
    const before = { name: user.name, timeZone: user.timeZone };
    await record(trx, at, actor, { action: 'user.profile-changed', objectType: 'user', objectId: String(user.id), siteId: null, detail: { before, after: { ...change } } });
  });
}

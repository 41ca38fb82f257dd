import type { Db } from '../../platform/db/connect';
import { record, type Actor } from '../../platform/history/record';
import { NotFound } from '../../platform/http/errors';
import { lockAccount, updateSessionEpoch, updateUser } from '../account-queries';
import { keepingAnAdministrator } from '../last-administrator';
import { deleteTokens } from '../token-queries';

/** They can neither sign in nor go on; what they did stays theirs, and so do their groups. @throws NotFound; Conflict for the last administrator */
export async function deactivate(db: Db, at: Date, actor: Actor, userId: number): Promise<void> {
  await db.transaction(async (trx) => {
    const account = await lockAccount(trx, userId);
    if (!account) throw new NotFound();
    if (!account.active) return;
    await keepingAnAdministrator(trx, () => updateUser(trx, userId, { active: false }));
    await updateSessionEpoch(trx, userId);
    await deleteTokens(trx, userId, 'password-reset');
    await record(trx, at, actor, { action: 'user.deactivated', objectType: 'user', objectId: String(userId), siteId: null });
  });
}

/** With the password and groups that they had. @throws NotFound */
export async function reactivate(db: Db, at: Date, actor: Actor, userId: number): Promise<void> {
  await db.transaction(async (trx) => {
    const account = await lockAccount(trx, userId);
    if (!account) throw new NotFound();
    if (account.active) return;
    await updateUser(trx, userId, { active: true });
    await record(trx, at, actor, { action: 'user.reactivated', objectType: 'user', objectId: String(userId), siteId: null });
  });
}

import type { Db } from '../../platform/db/connect';
import { record, type Actor } from '../../platform/history/record';
import { updatePassword } from '../account-queries';
import { deleteTokens } from '../token-queries';

/** The current one was asked before. All sessions end, and links that were mailed for a forgotten one. */
export async function changePassword(db: Db, at: Date, actor: Actor, { userId, passwordHash }: { userId: number; passwordHash: string }): Promise<void> {
  await db.transaction(async (trx) => {
    await updatePassword(trx, userId, passwordHash);
    await deleteTokens(trx, userId, 'password-reset');
    await record(trx, at, actor, { action: 'user.password-changed', objectType: 'user', objectId: String(userId), siteId: null });
  });
}

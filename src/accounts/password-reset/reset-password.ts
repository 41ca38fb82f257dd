import type { Db } from '../../platform/db/connect';
import { record, type Actor } from '../../platform/history/record';
import { updatePassword } from '../account-queries';
import { deleteTokenForUse, deleteTokens } from '../token-queries';
import { hashOfToken } from '../tokens';

/**
 * The new password, by a mailed link. The link is used up, others that were mailed go with it, and every session ends.
 * Gives false when the link is used up or too old.
 */
export async function resetPassword(db: Db, at: Date, actor: Actor, { token, passwordHash }: { token: string; passwordHash: string }): Promise<boolean> {
  return db.transaction(async (trx) => {
    const owner = await deleteTokenForUse(trx, 'password-reset', hashOfToken(token), at);
    if (!owner) return false;
    await deleteTokens(trx, owner.id, 'password-reset');
    await updatePassword(trx, owner.id, passwordHash);
    await record(trx, at, { ...actor, userId: owner.id }, { action: 'user.password-reset', objectType: 'user', objectId: String(owner.id), siteId: null });
    return true;
  });
}

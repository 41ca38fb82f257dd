import type { Db } from '../../platform/db/connect';
import { record, type Actor } from '../../platform/history/record';
import { updatePassword, updateUser } from '../account-queries';
import { deleteTokenForUse } from '../token-queries';
import { hashOfToken } from '../tokens';

export interface Acceptance {
  readonly token: string;
  readonly name: string;
  readonly passwordHash: string;
}

/** From now on they can sign in. Gives false when the link is used up or too old. */
export async function accept(db: Db, at: Date, actor: Actor, { token, name, passwordHash }: Acceptance): Promise<boolean> {
  return db.transaction(async (trx) => {
    const owner = await deleteTokenForUse(trx, 'invitation', hashOfToken(token), at);
    if (!owner) return false;
    await updateUser(trx, owner.id, { name });
    await updatePassword(trx, owner.id, passwordHash);
    await record(trx, at, { ...actor, userId: owner.id }, { action: 'user.joined', objectType: 'user', objectId: String(owner.id), siteId: null });
    return true;
  });
}

import type { Db } from '../../platform/db/connect';
import { record, type Actor } from '../../platform/history/record';
import { addJob } from '../../platform/jobs/queue';
import { insertUser } from '../queries';
import { insertMemberships } from '../users/queries';

export const MAIL_INVITATION = 'mail-invitation';

export interface Invited {
  /** As `normalEmail` gives it. */
  readonly email: string;
  readonly name: string;
  readonly groupIds: readonly number[];
}

/** An account without a password, in its groups already, and the mail with which its person takes it up. Gives its id. */
export async function invite(db: Db, at: Date, actor: Actor, invited: Invited): Promise<number> {
  return db.transaction(async (trx) => {
    const id = await insertInvited(trx, at, actor, invited);
    await addJob(trx, MAIL_INVITATION, { userId: id }, { key: `${MAIL_INVITATION}:${id}` });
    return id;
  });
}

/** The same without the mail, for whoever hands over the link otherwise. */
export async function insertInvited(trx: Db, at: Date, actor: Actor, { email, name, groupIds }: Invited): Promise<number> {
  const id = await insertUser(trx, { email, name, passwordHash: null, createdAt: at });
  await insertMemberships(trx, id, groupIds);
  await record(trx, at, actor, { action: 'user.invited', objectType: 'user', objectId: String(id), siteId: null, detail: { email, groupIds } });
  return id;
}

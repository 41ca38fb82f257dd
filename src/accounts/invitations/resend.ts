import type { Db } from '../../platform/db/connect';
import { record, type Actor } from '../../platform/history/record';
import { Conflict } from '../../platform/http/errors';
import { addJob } from '../../platform/jobs/queue';
import { lockAccount } from '../account-queries';
import { MAIL_INVITATION } from './invite';

/** Another mail, with a link of its own. @throws Conflict when the invitation was taken up meanwhile */
export async function resend(db: Db, at: Date, actor: Actor, userId: number): Promise<void> {
  await db.transaction(async (trx) => {
    const account = await lockAccount(trx, userId);
    if (!account?.active || account.passwordHash !== null) throw new Conflict('This invitation was taken up already.');
    await addJob(trx, MAIL_INVITATION, { userId }, { key: `${MAIL_INVITATION}:${userId}` });
    await record(trx, at, actor, { action: 'user.invitation-resent', objectType: 'user', objectId: String(userId), siteId: null });
  });
}

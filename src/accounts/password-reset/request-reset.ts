import type { Db } from '../../platform/db/connect';
import { record, type Actor } from '../../platform/history/record';
import { addJob } from '../../platform/jobs/queue';
import { findCredentials } from '../queries';
import { normalEmail } from '../user';

export const MAIL_PASSWORD_RESET = 'mail-password-reset';

/**
 * Somebody says that they forgot the password of this address. Known or not, the steps are the same, and so is their time:
 * one look-up, one line of history, one job. Whether there is anybody to write to is the job's business.
 */
export async function requestReset(db: Db, at: Date, actor: Actor, email: string): Promise<void> {
  await db.transaction(async (trx) => {
    const known = await findCredentials(trx, normalEmail(email));
    await record(trx, at, { ...actor, userId: null }, {
      action: 'user.password-reset-requested', objectType: 'user', objectId: known ? String(known.id) : 'unknown', siteId: null,
    });
    await addJob(trx, MAIL_PASSWORD_RESET, { userId: known?.id ?? null });
  });
}

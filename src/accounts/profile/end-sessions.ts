import type { Db } from '../../platform/db/connect';
import { record, type Actor } from '../../platform/history/record';
import { NotFound } from '../../platform/http/errors';
import { updateSessionEpoch } from '../account-queries';
import type { CurrentUser } from '../user';
import { deleteOwnSession } from './queries';

/** @throws NotFound for one that is over, or somebody else's */
export async function endOneSession(db: Db, at: Date, actor: Actor, user: CurrentUser, key: string): Promise<void> {
  await db.transaction(async (trx) => {
    if (!(await deleteOwnSession(trx, user, key))) throw new NotFound('This session is over already.');
    await record(trx, at, actor, { action: 'user.session-ended', objectType: 'user', objectId: String(user.id), siteId: null });
  });
}

/** All of them, the one of this request too: its person is given a new one by the caller. */
export async function endAllSessions(db: Db, at: Date, actor: Actor, user: CurrentUser): Promise<void> {
  await db.transaction(async (trx) => {
    await updateSessionEpoch(trx, user.id);
    await record(trx, at, actor, { action: 'user.sessions-ended', objectType: 'user', objectId: String(user.id), siteId: null });
  });
}

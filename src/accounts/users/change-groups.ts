import type { Db } from '../../platform/db/connect';
import { record, type Actor } from '../../platform/history/record';
import { NotFound } from '../../platform/http/errors';
import { lockAccount } from '../account-queries';
import { keepingAnAdministrator } from '../last-administrator';
import { deleteMemberships, insertMemberships, listGroupIds } from './queries';

/** The groups that somebody is in, from now on exactly these. @throws NotFound; Conflict for the last administrator */
export async function changeGroups(db: Db, at: Date, actor: Actor, { userId, groupIds }: { userId: number; groupIds: readonly number[] }): Promise<void> {
  await db.transaction(async (trx) => {
    if (!(await lockAccount(trx, userId))) throw new NotFound();
    const before = await listGroupIds(trx, userId);
    const added = groupIds.filter((id) => !before.includes(id));
    const removed = before.filter((id) => !groupIds.includes(id));
    if (added.length + removed.length === 0) return;
    await insertMemberships(trx, userId, added);
    await keepingAnAdministrator(trx, () => deleteMemberships(trx, userId, removed));
    await record(trx, at, actor, { action: 'user.groups-changed', objectType: 'user', objectId: String(userId), siteId: null, detail: { added, removed } });
  });
}

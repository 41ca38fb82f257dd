import type { Db } from '../../platform/db/connect';
import { record, SYSTEM } from '../../platform/history/record';
import { deleteOldSubmissions } from './queries';

/** The name of the daily job. */
export const DELETE_OLD_SUBMISSIONS = 'delete-old-submissions';

/** What readers sent is kept for as long as its form said when they sent it, and no day longer. */
export async function deleteOld({ db, now }: { db: Db; now: () => Date }): Promise<void> {
  const at = now();
  await db.transaction(async (trx) => {
    for (const [siteId, count] of await deleteOldSubmissions(trx, at)) {
      await record(trx, at, SYSTEM, { action: 'form.submissions-expired', objectType: 'site', objectId: String(siteId), siteId, detail: { count } });
    }
  });
}

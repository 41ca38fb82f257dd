import type { Db } from '../../platform/db/connect';
import { replaceSearchWords } from './index-queries';
import { deleteOldSearchCounts } from './log-queries';

/** The hourly job of the search: the words that mistyped ones are compared with, and 90 days of counts. */
export const SEARCH_UPKEEP = 'search-upkeep';

export async function keepUpSearch({ db, now }: { db: Db; now: () => Date }): Promise<void> {
  await db.transaction((trx) => replaceSearchWords(trx, now()));
  await deleteOldSearchCounts(db, now());
}

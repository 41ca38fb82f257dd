import type { Db } from '../../platform/db/connect';

/** What is recommended to whoever asks exactly this (SEARCH-08). */
export interface Promotion {
  siteId: number;
  /** As typed; case, accents and signs do not matter. */
  query: string;
  /** A reference, or an address elsewhere. */
  target: string;
  /** Null: the target's own. */
  title: string | null;
  text: string | null;
}

export async function upsertPromotion(db: Db, { query, ...promotion }: Promotion): Promise<void> {
  await db('searchPromotions').insert({ ...promotion, query: db.raw('search_name(?)', [query]) }).onConflict(['siteId', 'query', 'target']).merge();
}

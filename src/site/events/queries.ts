import type { Db } from '../../platform/db/connect';
import { namedListings, type NamedRow } from '../listings/queries';

/** Events below a page at any depth, and those named, wherever they stand. Newest first; without a date before all. */
export async function listEvents(
  db: Db, { siteId, below, named, now, limit }: { siteId: number; below: number; named: readonly number[]; now: Date; limit: number },
): Promise<NamedRow[]> {
  return namedListings(db, siteId, now).where('l.type', 'event')
    .whereRaw('(p.ancestor_ids @> array[?::int] or p.id = any(?::int[]))', [below, [...named]])
    .orderByRaw('l.start_date desc nulls first, l.page_id desc').limit(limit);
}

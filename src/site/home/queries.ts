import type { Db } from '../../platform/db/connect';
import { namedListings, type NamedRow } from '../listings/queries';

/** Of another day than here, in zones far away: the caller looks again, in each event's own zone. */
const YESTERDAY = 24 * 3_600_000;
/** So that enough are left after that second look. */
const SPARE = 10;

/**
 * Everything that the home page shows of other pages, in one query: events that are not over, soonest first and without a
 * date last; the newest posts of any blog; lists of events and blogs, nearest to the top first, for the links to all of them.
 */
export async function listForHome(db: Db, { siteId, now, events, posts }: { siteId: number; now: Date; events: number; posts: number }): Promise<NamedRow[]> {
  const rows = () => namedListings(db, siteId, now);
  const yesterday = new Date(now.getTime() - YESTERDAY).toISOString().slice(0, 10);
  return db.unionAll([
    rows().where('l.type', 'event').whereRaw("l.facts->>'status' <> 'cancelled'")
      .whereRaw("(l.end_date is null or l.end_date >= ?::date or l.facts->>'status' = 'postponed')", [yesterday])
      .orderByRaw('case when l.end_date >= ?::date then l.start_date end asc nulls last, l.page_id', [yesterday]).limit(events + SPARE),
    rows().where('l.type', 'post').orderByRaw('l.date desc, l.page_id desc').limit(posts),
    rows().whereIn('l.type', ['event-listing', 'blog']).orderByRaw('array_length(p.ancestor_ids, 1), p.id').limit(20),
  ], true);
}

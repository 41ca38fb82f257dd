import type { Knex } from 'knex';
import type { Db } from '../../platform/db/connect';
import { visibleListings, type ListingRow } from '../../cms/listings/queries';
import { namedListings, type NamedRow } from '../listings/queries';
import type { Scope } from './event-listing-fields';

/** Which events a list shows, and as of when. */
export interface EventList extends Scope {
  readonly siteId: number;
  readonly now: Date;
  /** Of the page that has the list. */
  readonly gateId: number | null;
  /** Of the site: for events that name none. */
  readonly zone: string;
  readonly shows: 'all' | 'upcoming' | 'past';
  /** Whether those named stand above the list: then they are not in it again. */
  readonly apart: boolean;
}

/** How many events of a kind begin in a year; the year is null while it is not known. `named`: those that stand above the list. */
export interface EventCount {
  type: string;
  year: string | null;
  named: boolean;
  count: number;
}

/** The filters of a list, at one look over its events: how many there are of each kind and year. */
export async function countEvents(db: Db, list: EventList): Promise<EventCount[]> {
  const rows = listed(db, { ...list, apart: false }).clearSelect()
    .select(db.raw("s.type, to_char(s.day, 'YYYY') as year, p.id = any(?::int[]) as named, count(*)::int as count", [list.apart ? [...list.named] : []]));
  return rows.groupByRaw('1, 2, 3') as unknown as Promise<EventCount[]>;
}

export interface EventFilter {
  readonly type: string | null;
  readonly year: string | null;
}

/** An event as lists print it. `upcoming`: not over by the clocks of its place, and not cancelled. */
export interface EventRow extends NamedRow {
  readonly part: 'named' | 'listed';
  readonly upcoming: boolean;
}

/**
 * One page of a list: to come (soonest first, those without a date last), then past (newest first). With it, on demand,
 * the events named, in their order.
 */
export async function listEvents(
  db: Db, list: EventList, { type, year }: EventFilter, { offset, limit, withNamed }: { offset: number; limit: number; withNamed: boolean },
): Promise<EventRow[]> {
  const page = listed(db, list)
    .whereRaw("(?::text is null or s.type = ?) and (?::text is null or to_char(s.day, 'YYYY') = ?)", [type, type, year, year])
    .select(db.raw("'listed' as part, s.upcoming, row_number() over (order by s.upcoming desc, s.to_come nulls last, s.day desc, l.page_id) as nth"))
    .orderBy('nth').offset(offset).limit(limit);
  const named = withStanding(db, list).whereRaw('p.id = any(?::int[])', [[...list.named]])
    .select(db.raw("'named' as part, s.upcoming, array_position(?::int[], p.id) as nth", [[...list.named]]));
  const rows = await db.unionAll(withNamed ? [named, page] : [page], true) as (EventRow & { nth: string })[];
  return rows.sort((one, other) => Number(one.nth) - Number(other.nth)); // rows of a union come in no promised order
}

/** What was cancelled is not to come (EV-09): it is listed among the past events when its days are over. */
const SHOWN = { all: '(s.upcoming or s.over)', upcoming: 's.upcoming', past: '(s.over and not s.upcoming)' } as const;

function listed(db: Db, list: EventList): Knex.QueryBuilder<object, NamedRow[]> {
  return withStanding(db, list).whereRaw(SHOWN[list.shows]).whereRaw('(p.ancestor_ids @> array[?::int] or p.id = any(?::int[]))', [list.below, [...list.named]])
    .whereRaw('not (p.id = any(?::int[]))', [list.apart ? [...list.named] : []]);
}

/**
 * EV-02: today is judged by the clocks of the event's own place. `day` is the first day: that of a postponed event whose
 * old days are over is not known. The same as `event-dates.ts` says of one event.
 */
const STANDING = `
  cross join lateral (
    select l.facts->>'eventType' as type, l.facts->>'status' as status,
      coalesce(l.end_date < (?::timestamptz at time zone coalesce(l.facts->>'timeZone', ?))::date, false) as over
  ) f
  cross join lateral (
    select f.status = 'postponed' or (f.status <> 'cancelled' and not f.over) as upcoming, case when f.status = 'postponed' and f.over then null else l.start_date end as day
  ) d
  cross join lateral (select f.type, f.over, d.upcoming, d.day, case when d.upcoming then d.day end as to_come) s`;

function withStanding(db: Db, { siteId, now, zone, gateId }: Pick<EventList, 'siteId' | 'now' | 'zone' | 'gateId'>): Knex.QueryBuilder<object, NamedRow[]> {
  return namedListings(db, siteId, now, gateId).joinRaw(STANDING, [now, zone]).where('l.type', 'event');
}

interface Reader {
  readonly siteId: number;
  readonly now: Date;
  /** Of the page that has the list. */
  readonly gateId: number | null;
}

/** An event as calendars print it. */
export interface CalendarRow extends ListingRow {
  readonly startDate: string;
  readonly endDate: string;
  /** Grows with every change of the page. */
  readonly version: number;
}

/** Every public event with a date, newest first: cancelled ones too, so that calendars learn of it. */
export async function listForCalendar(db: Db, { siteId, now, gateId, below, named }: Scope & Reader): Promise<CalendarRow[]> {
  return datedEvents(db, { siteId, now, gateId }).whereRaw('(p.ancestor_ids @> array[?::int] or p.id = any(?::int[]))', [below, [...named]])
    .orderByRaw('l.start_date desc, l.page_id desc');
}

export async function findForCalendar(db: Db, { siteId, now, gateId, pageId }: Reader & { pageId: number }): Promise<CalendarRow | undefined> {
  return datedEvents(db, { siteId, now, gateId }).where('l.pageId', pageId).first();
}

function datedEvents(db: Db, { siteId, now, gateId }: Reader): Knex.QueryBuilder<object, CalendarRow[]> {
  return visibleListings(db, siteId, now, gateId).where('l.type', 'event').whereNotNull('l.startDate').select('p.version') as unknown as Knex.QueryBuilder<object, CalendarRow[]>;
}

/** For feeds: those announced last. */
export async function listNewestEvents(db: Db, { siteId, now, gateId, below, named }: Scope & Reader, limit: number): Promise<ListingRow[]> {
  return visibleListings(db, siteId, now, gateId).where('l.type', 'event').whereRaw('(p.ancestor_ids @> array[?::int] or p.id = any(?::int[]))', [below, [...named]])
    .orderByRaw('p.first_published_at desc, l.page_id desc').limit(limit);
}

/** The public list of events nearest to the top of the site, with its live content. */
export interface FirstListing {
  id: number;
  title: string;
  path: string;
  content: unknown;
  contentVersion: number;
}

export async function findFirstListing(db: Db, siteId: number, now: Date): Promise<FirstListing | undefined> {
  return db('pages as p').join('revisions as r', 'r.id', 'p.liveRevisionId').where({ 'p.siteId': siteId, 'p.type': 'event-listing' }).whereRaw('is_visible(p, ?)', [now])
    .orderByRaw('cardinality(p.ancestor_ids), p.id').first<FirstListing | undefined>('p.id', 'p.title', 'p.path', 'r.content', 'r.contentVersion');
}

import type { Knex } from 'knex';
import type { Db } from '../../platform/db/connect';
import { visibleListings, type ListingRow } from '../../cms/listings/queries';

/** Somebody or something that a page in a list names: author, topic, host. */
export interface NamedTerm {
  readonly kind: string;
  readonly key: string;
  readonly name: string;
}

export interface NamedRow extends ListingRow {
  readonly terms: readonly NamedTerm[];
}

const NAMED_TERMS = `(
  select coalesce(jsonb_agg(jsonb_build_object('kind', t.kind, 'key', t.key, 'name', coalesce(h.name, s.title)) order by t.position), '[]')
  from listing_terms t
    left join people h on t.kind = 'person' and h.slug = t.key
    left join snippets s on s.type = t.kind and s.key = t.key
  where t.page_id = l.page_id and coalesce(h.name, s.title) is not null) as terms`;

/** `visibleListings` with the names of their authors, topics and hosts, so that a list needs one query only. */
export function namedListings(db: Db, siteId: number, now: Date, gateId: number | null = null): Knex.QueryBuilder<object, NamedRow[]> {
  return visibleListings(db, siteId, now, gateId).select(db.raw(NAMED_TERMS)) as unknown as Knex.QueryBuilder<object, NamedRow[]>;
}

const NEWEST_FIRST = [{ column: 'l.date', order: 'desc' }, { column: 'l.pageId', order: 'desc' }] as const;

export interface DatedList {
  readonly siteId: number;
  readonly type: string;
  readonly parentId: number;
  readonly now: Date;
  /** Of the page that has the list. */
  readonly gateId: number | null;
}

/** From an instant up to, but not with, another; null: open. */
export interface Range {
  readonly from: Date | null;
  readonly until: Date | null;
}

/** Which pages of a list; null: all. */
export interface Narrowing {
  /** Terms that a page must have: `topic` and `person` by key. */
  readonly topic: string | null;
  readonly person: string | null;
  readonly status: string | null;
  readonly within: readonly Range[];
}

export const EVERYTHING: Narrowing = { topic: null, person: null, status: null, within: [] };

/**
 * One page of a list of posts, statements or announcements: newest first by BLOG-01, ties broken by id, with the number of
 * all that match. Beyond the end there is nothing, and the number is not known.
 */
export async function listDatedPage(
  db: Db, list: DatedList, narrowing: Narrowing, { page, size }: { page: number; size: number },
): Promise<{ rows: NamedRow[]; total: number }> {
  const counted = dated(db, list).select(db.raw('(count(*) over ())::int as total')) as unknown as Knex.QueryBuilder<object, (NamedRow & { total: number })[]>;
  const rows = await narrowed(counted, narrowing).orderBy([...NEWEST_FIRST]).limit(size).offset((page - 1) * size);
  return { rows, total: rows[0]?.total ?? 0 };
}

export type Neighbour = NamedRow & { readonly part: 'parent' | 'newest' | 'older' | 'newer' | 'related' | 'replaced' };

export interface NeighboursWanted {
  readonly newest: number;
  readonly older: number;
  /** Others that share a topic. */
  readonly related: number;
}

/**
 * What stands around a page of a dated list, in one query: the list's own row, the newest others, the nearest older ones and
 * the nearest newer one (BLOG-10), the newest with a topic in common (PT-05), and pages that this one has replaced (P-20).
 * In the order of each part: newest first.
 */
export async function listNeighbours(
  db: Db, list: DatedList, page: { id: number; date: Date; topics: readonly string[] }, count: NeighboursWanted,
): Promise<Neighbour[]> {
  const others = () => dated(db, list).whereNot('l.pageId', page.id);
  const part = (name: Neighbour['part']) => db.raw('?::text as part', [name]);
  const place = [page.date, page.id];
  const rows = await db.unionAll([
    namedListings(db, list.siteId, list.now, list.gateId).where('l.pageId', list.parentId).select(part('parent')),
    others().select(part('newest')).orderBy([...NEWEST_FIRST]).limit(count.newest),
    others().select(part('older')).whereRaw('(l.date, l.page_id) < (?::timestamptz, ?::int)', place).orderBy([...NEWEST_FIRST]).limit(count.older),
    others().select(part('newer')).whereRaw('(l.date, l.page_id) > (?::timestamptz, ?::int)', place).orderBy(['l.date', 'l.pageId']).limit(1),
    withTerm(others(), 'topic', page.topics).select(part('related')).orderBy([...NEWEST_FIRST]).limit(count.related),
    namedListings(db, list.siteId, list.now, list.gateId).whereRaw(REPLACED_BY, [String(page.id), `page:${page.id}`, `page:${page.id}`]).select(part('replaced')).orderBy([...NEWEST_FIRST]).limit(MOST_REPLACED),
  ], true) as Neighbour[];
  return rows.sort((one, other) => other.date.getTime() - one.date.getTime() || other.pageId - one.pageId); // a union promises no order
}

const MOST_REPLACED = 10;

/** Narrowed by the references first, which are indexed; only then does the live revision say which of them is the successor. */
const REPLACED_BY = `l.page_id in (
  select f.page_id from page_references f join pages q on q.id = f.page_id join revisions r on r.id = q.live_revision_id
  where f.kind = 'page' and f.key = ? and r.common->>'status' = 'superseded' and (r.common->>'successor' = ? or r.common->>'successor' like ? || '#%'))`;

function narrowed<Query extends Knex.QueryBuilder>(rows: Query, { topic, person, status, within }: Narrowing): Query {
  if (topic !== null) withTerm(rows, 'topic', [topic]);
  if (person !== null) withTerm(rows, 'person', [person]);
  if (status !== null) rows.where('l.status', status);
  for (const { from, until } of within) {
    if (from) rows.where('l.date', '>=', from);
    if (until) rows.where('l.date', '<', until);
  }
  return rows;
}

function withTerm<Query extends Knex.QueryBuilder>(rows: Query, kind: string, keys: readonly string[]): Query {
  rows.whereRaw('exists (select from listing_terms w where w.page_id = l.page_id and w.kind = ? and w.key = any(?::text[]))', [kind, [...keys]]);
  return rows;
}

function dated(db: Db, { siteId, type, parentId, now, gateId }: DatedList): Knex.QueryBuilder<object, NamedRow[]> {
  return namedListings(db, siteId, now, gateId).where({ 'l.type': type, 'p.parentId': parentId });
}

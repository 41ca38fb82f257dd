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
export function namedListings(db: Db, siteId: number, now: Date): Knex.QueryBuilder<object, NamedRow[]> {
  return visibleListings(db, siteId, now).select(db.raw(NAMED_TERMS)) as unknown as Knex.QueryBuilder<object, NamedRow[]>;
}

const NEWEST_FIRST = [{ column: 'l.date', order: 'desc' }, { column: 'l.pageId', order: 'desc' }] as const;

export interface DatedList {
  readonly siteId: number;
  readonly type: string;
  readonly parentId: number;
  readonly now: Date;
}

/** Posts of a blog, statements of an index: newest first, by BLOG-01, ties broken by id. */
export async function listDated(db: Db, list: DatedList, limit: number): Promise<NamedRow[]> {
  return dated(db, list).orderBy([...NEWEST_FIRST]).limit(limit);
}

export type Neighbour = NamedRow & { readonly part: 'parent' | 'newest' | 'older' | 'newer' };

/**
 * What stands around a page of a dated list, in one query: the list's own row, the newest others, the nearest older ones
 * and the nearest newer one (BLOG-10).
 */
export async function listNeighbours(
  db: Db, list: DatedList, page: { id: number; date: Date }, count: { newest: number; older: number },
): Promise<Neighbour[]> {
  const others = () => dated(db, list).whereNot('l.pageId', page.id);
  const part = (name: Neighbour['part']) => db.raw('?::text as part', [name]);
  const place = [page.date, page.id];
  return db.unionAll([
    namedListings(db, list.siteId, list.now).where('l.pageId', list.parentId).select(part('parent')),
    others().select(part('newest')).orderBy([...NEWEST_FIRST]).limit(count.newest),
    others().select(part('older')).whereRaw('(l.date, l.page_id) < (?::timestamptz, ?::int)', place).orderBy([...NEWEST_FIRST]).limit(count.older),
    others().select(part('newer')).whereRaw('(l.date, l.page_id) > (?::timestamptz, ?::int)', place).orderBy(['l.date', 'l.pageId']).limit(1),
  ], true);
}

function dated(db: Db, { siteId, type, parentId, now }: DatedList): Knex.QueryBuilder<object, NamedRow[]> {
  return namedListings(db, siteId, now).where({ 'l.type': type, 'p.parentId': parentId });
}

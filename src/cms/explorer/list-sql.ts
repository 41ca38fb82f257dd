import { isDeep, type Cursor, type Listing, type Status } from './listing';

/** What a list is of. `roots`: all that somebody may see, as the topmost pages of it. */
export type Scope = { readonly below: { readonly id: number; readonly path: string } } | { readonly roots: readonly number[] };

export interface Asked {
  readonly siteId: number;
  readonly scope: Scope;
  readonly listing: Listing;
  /** The beginning of `listing.since` in the person's zone. */
  readonly since: Date | null;
  readonly now: Date;
}

export type Bindings = Record<string, string | number | Date | number[]>;

/** Conditions and what is bound in them. Only those in use are written: the planner then sees at once which index answers. */
export interface Where {
  readonly sql: string;
  readonly bindings: Bindings;
}

const PRESENT = 'p.trashed_at is null and not p.ancestor_trashed';

/** Pages in the scope that fit the filters, wherever the list has got to. */
export function whereOf(asked: Asked): Where {
  const parts = [scopeOf(asked), ...filtersOf(asked)];
  return { sql: parts.map(({ sql }) => sql).join(' and '), bindings: Object.assign({ siteId: asked.siteId, now: asked.now }, ...parts.map(({ bindings }) => bindings)) as Bindings };
}

function scopeOf({ scope, listing }: Asked): Where {
  const deep = isDeep(listing);
  if ('roots' in scope) {
    const sql = deep ? '(p.id = any(:roots::int[]) or p.ancestor_ids && :roots::int[])' : 'p.id = any(:roots::int[]) and not p.ancestor_ids && :roots::int[]';
    return { sql: `p.site_id = :siteId and ${PRESENT} and ${sql}`, bindings: { roots: [...scope.roots] } };
  }
  if (!deep) return { sql: `p.parent_id = :level and ${PRESENT}`, bindings: { level: scope.below.id } };
  if (!bySite(listing)) return { sql: `p.site_id = :siteId and ${PRESENT} and p.ancestor_ids @> array[:level::int]`, bindings: { level: scope.below.id } };
  // one stretch of the index: "0" comes right after "/"
  const path = scope.below.path === '/' ? '' : scope.below.path;
  return { sql: `p.site_id = :siteId and ${PRESENT} and p.path collate "C" > :from and p.path collate "C" < :to`, bindings: { from: `${path}/`, to: `${path}0` } };
}

function bySite({ sort }: Listing): boolean {
  return sort === 'place' || sort === '-place';
}

function filtersOf({ listing, since }: Asked): Where[] {
  const { q, type, status, owner } = listing;
  return [
    ...wordsOf(q).map((word, index) => ({ sql: `(p.title ilike :word${index} or p.path ilike :word${index})`, bindings: { [`word${index}`]: `%${escaped(word)}%` } })),
    ...(type === null ? [] : [{ sql: 'p.type = :type', bindings: { type } }]),
    ...(owner === null ? [] : [{ sql: 'p.owner_id = :owner', bindings: { owner } }]),
    ...(status === null ? [] : [{ sql: STATUS_SQL[status], bindings: {} }]),
    ...(since === null ? [] : [{ sql: CHANGED_SINCE, bindings: { since } }]),
  ];
}

/** Title and address are searched for each; what stands in a pasted address counts too. */
function wordsOf(q: string): string[] {
  return q.split(/\s+/).filter((word) => word !== '').slice(0, 8);
}

function escaped(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&');
}

/** What took a page off the site last: asked of the few that were public once and are not. */
export const EXPIRED_AT = `(
  select case when h.action = 'page.expired' then h.at end from history h
  where h.object_type = 'page' and h.object_id = p.id::text
    and h.action in ('page.published', 'page.unpublished', 'page.expired', 'page.publication-undone')
  order by h.id desc limit 1)`;

const PENDING = `exists (select from scheduled_publications s where s.page_id = p.id and s.state = 'pending')`;
const EXPIRED = `(p.live_revision_id is not null and p.expires_at <= :now or p.live_revision_id is null and p.first_published_at is not null and ${EXPIRED_AT} is not null)`;
const LIVE = 'p.live_revision_id is not null and (p.expires_at is null or p.expires_at > :now)';

const STATUS_SQL: Readonly<Record<Status, string>> = {
  live: LIVE,
  waiting: `${LIVE} and p.draft_revision_id <> p.live_revision_id`,
  draft: `p.live_revision_id is null and not ${PENDING} and not ${EXPIRED}`,
  scheduled: PENDING,
  expired: EXPIRED,
  private: `p.effective_access <> 'public'`,
  locked: 'p.locked_at is not null',
};

const CHANGED_SINCE = `(exists (select from revisions r where r.id = p.draft_revision_id and r.created_at >= :since)
  or p.draft_revision_id is null and p.created_at >= :since)`;

/** What a list is sorted by: never two pages alike, and an index for each. */
interface Order {
  readonly columns: readonly string[];
  /** How the key of a cursor is read. */
  readonly key: string;
  readonly down: boolean;
}

function orderOf({ scope, listing }: Asked): Order {
  const down = listing.sort.startsWith('-');
  const by = listing.sort.replace('-', '');
  if (by === 'title') return { columns: ['lower(p.title)', 'p.id'], key: 'lower(:key)', down };
  if (by === 'changed') return { columns: ['coalesce(p.draft_revision_id, 0)', 'p.id'], key: ':key::int', down };
  if (isDeep(listing) || 'roots' in scope) return { columns: ['p.path collate "C"'], key: ':key::text', down };
  return { columns: ['p.position', 'p.id'], key: ':key::int', down };
}

/** `where … order by … limit …` of one page of the list. Going back it is read from the cursor upwards, so the last comes first. */
export function pageOf(asked: Asked, limit: number): Where {
  const { columns, key, down } = orderOf(asked);
  const { after, before } = asked.listing;
  const cursor = usable(after ?? before, key);
  const direction = down === (before !== null && after === null) ? 'asc' : 'desc';
  const where = whereOf(asked);
  const beyond = cursor === null ? '' : ` and (${columns.join(', ')}) ${direction === 'asc' ? '>' : '<'} (${[key, ':keyId'].slice(0, columns.length).join(', ')})`;
  return {
    sql: `${where.sql}${beyond} order by ${columns.map((column) => `${column} ${direction}`).join(', ')} limit :limit`,
    bindings: { ...where.bindings, limit, ...(cursor === null ? {} : { key: cursor.key, keyId: cursor.id }) },
  };
}

/** A cursor of another order is none: the list begins anew. */
function usable(cursor: Cursor | null, key: string): Cursor | null {
  return cursor && (key !== ':key::int' || /^-?\d{1,9}$/.test(cursor.key)) ? cursor : null;
}

/** The key of the cursor that goes on from a page. */
export function keyOf({ scope, listing }: Pick<Asked, 'scope' | 'listing'>, page: { title: string; path: string; position: number; draftRevisionId: number | null }): string {
  const by = listing.sort.replace('-', '');
  if (by === 'title') return page.title;
  if (by === 'changed') return String(page.draftRevisionId ?? 0);
  return isDeep(listing) || 'roots' in scope ? page.path : String(page.position);
}

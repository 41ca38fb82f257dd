import type { Db } from '../../platform/db/connect';
import { escapeLike } from '../references/completion';
import { LARGE_BYTES, type Listing, type Sort } from './listing';

/** Images of a list in one statement: the page of it, and how many there are in all. */
export interface ListedImage {
  readonly id: number;
  readonly title: string;
  readonly filename: string;
  readonly alt: string | null;
  readonly altDecision: 'described' | 'decorative' | 'each-time' | null;
  readonly mimeType: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly transparent: boolean;
  readonly hash: string;
  readonly tags: readonly string[];
  readonly collection: string | null;
  readonly updatedAt: Date;
  readonly updatedById: number | null;
  /** Null: the program itself. */
  readonly updatedBy: string | null;
  readonly trashedAt: Date | null;
  readonly trashedBy: string | null;
  /** Public pages that show it. */
  readonly pages: number;
  /** On a page, in a draft, a menu, a snippet or the settings. */
  readonly used: boolean;
}

/** Whose images: `all`, or those that belong to nobody in particular and those for readers of the pages below these roots. */
export type Seen = 'all' | readonly number[];

type Bindings = Record<string, string | number | readonly number[] | readonly string[]>;

const SEEN_COLLECTION = `(c.page_id is null or exists (select from pages p where p.id = c.page_id and (p.id = any(:seen::int[]) or p.ancestor_ids && :seen::int[])))`;
const SEEN_IMAGE = `(i.collection_id is null or exists (select from collections c where c.id = i.collection_id and ${SEEN_COLLECTION}))`;

const NAMES = (text: string): string => `(regexp_matches(${text}, '\\yimage:(\\d+)', 'g'))[1]`;

/**
 * Every image that something names, as text: public pages (an index answers), drafts that differ from what is public, snippets, menus,
 * settings. Made once in a statement; asking it of each image by itself would read those texts once for each.
 */
const USED = `used as materialized (
    select r.key from page_references r join pages p on p.id = r.page_id where r.kind = 'image' and p.trashed_at is null and not p.ancestor_trashed
    union select ${NAMES('r.content::text || r.common::text')} from pages p join revisions r on r.id = p.draft_revision_id
      where p.draft_revision_id is distinct from p.live_revision_id and p.trashed_at is null and not p.ancestor_trashed
    union select ${NAMES('r.content::text || r.common::text')} from scheduled_publications s join revisions r on r.id = s.revision_id join pages p on p.id = s.page_id
      where s.state = 'pending' and p.trashed_at is null and not p.ancestor_trashed
    union select ${NAMES('w.content::text || w.common::text')} from working_copies w join pages p on p.id = w.page_id where p.trashed_at is null and not p.ancestor_trashed
    union select ${NAMES('s.content::text')} from snippets s
    union select ${NAMES('s.settings::text')} from sites s
    union select ${NAMES(`coalesce(n.image, '') || ' ' || coalesce(n.target, '')`)} from navigation_items n
  )`;

const IS_USED = 'i.id::text in (select key from used)';

interface Order { readonly key: string; readonly by: string }

const ORDERS: Readonly<Record<Sort, Order>> = {
  newest: { key: 'i.id', by: 'key desc' },
  oldest: { key: 'i.id', by: 'key' },
  title: { key: 'lower(i.title)', by: 'key, id' },
  largest: { key: 'i.bytes', by: 'key desc, id desc' },
};

/** `first`: the place of the first one, from 0. Two index conditions do the finding; only ids and keys of all that fit are sorted. */
export async function listImages(db: Db, seen: Seen, listing: Listing, { first, limit }: { first: number; limit: number }): Promise<{ images: ListedImage[]; matching: number }> {
  const { sql, bindings } = whereOf(seen, listing);
  const { key, by } = ORDERS[listing.sort];
  const statement = `
    with ${USED}, found as materialized (select i.id, ${key} as key from images i where ${sql}),
    page as (select id, row_number() over (order by ${by}) as place from found order by ${by} limit :limit offset :first),
    shown as (select r.key, count(distinct r.page_id)::int as pages from page_references r join pages p on p.id = r.page_id
      where r.kind = 'image' and r.key in (select id::text from page) and p.live_revision_id is not null and p.trashed_at is null and not p.ancestor_trashed group by r.key)
    select all_found.matching, i.id, i.title, i.filename, i.alt, i.alt_decision, i.mime_type, i.width, i.height, i.bytes, i.transparent, i.hash, i.tags, c.name as collection,
      i.updated_at, i.updated_by as updated_by_id, w.name as updated_by, i.trashed_at, t.name as trashed_by, coalesce(shown.pages, 0) as pages, ${IS_USED} as used
    from (select count(*)::int as matching from found) all_found
    left join page on true left join images i on i.id = page.id
    left join collections c on c.id = i.collection_id left join users w on w.id = i.updated_by left join users t on t.id = i.trashed_by
    left join shown on shown.key = i.id::text order by page.place`;
  const { rows } = await db.raw<{ rows: (ListedImage & { matching: number })[] }>(statement, { ...bindings, first, limit });
  return { images: rows.filter(({ id }) => (id as number | null) !== null), matching: rows[0]!.matching };
}

function whereOf(seen: Seen, { q, tag, collection, alt, use, size, trash }: Listing): { sql: string; bindings: Bindings } {
  const words = q.toLowerCase().split(/\s+/).filter((word) => word !== '').slice(0, 8);
  const conditions = [
    trash ? 'i.trashed_at is not null' : 'i.trashed_at is null',
    ...(seen === 'all' ? [] : [SEEN_IMAGE]),
    ...words.map((_, index) => `i.words like :word${index}`),
    ...(tag === null ? [] : ['i.tags @> array[:tag::text]']),
    ...(collection === null ? [] : ['i.collection_id = :collection']),
    ...(alt === null ? [] : [alt === 'undecided' ? 'i.alt_decision is null' : 'i.alt_decision = :alt']),
    ...(use === null ? [] : [use === 'used' ? IS_USED : `not ${IS_USED}`]),
    ...(size === null ? [] : [`i.bytes > ${LARGE_BYTES}`]),
  ];
  const bindings: Bindings = { ...(seen === 'all' ? {} : { seen }), ...(tag === null ? {} : { tag }), ...(collection === null ? {} : { collection }), ...(alt === null || alt === 'undecided' ? {} : { alt }) };
  words.forEach((word, index) => { bindings[`word${index}`] = `%${escapeLike(word)}%`; });
  return { sql: conditions.join(' and '), bindings };
}

export interface LibraryFacts {
  readonly images: number;
  readonly unused: number;
  readonly trashed: number;
  readonly collections: readonly { readonly id: number; readonly name: string; readonly isPrivate: boolean; readonly images: number }[];
  /** The most used first. */
  readonly tags: readonly string[];
  readonly credits: readonly string[];
}

/** What stands around every list: how many there are, and what can be chosen. */
export async function getLibraryFacts(db: Db, seen: Seen): Promise<LibraryFacts> {
  const statement = `
    with ${USED}, mine as materialized (select i.id, i.trashed_at, i.tags, i.credit, i.collection_id from images i${seen === 'all' ? '' : ` where ${SEEN_IMAGE}`})
    select (select count(*)::int from mine where trashed_at is null) as images,
      (select count(*)::int from mine i where trashed_at is null and not ${IS_USED}) as unused,
      (select count(*)::int from mine where trashed_at is not null) as trashed,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'isPrivate', c.page_id is not null, 'images', (select count(*) from mine where collection_id = c.id and trashed_at is null)) order by lower(c.name))
        from collections c${seen === 'all' ? '' : ` where ${SEEN_COLLECTION}`}), '[]') as collections,
      coalesce((select jsonb_agg(tag) from (select tag from mine, unnest(tags) tag where trashed_at is null group by tag order by count(*) desc, tag limit 60) t), '[]') as tags,
      coalesce((select jsonb_agg(credit) from (select credit from mine where credit <> '' group by credit order by count(*) desc, credit limit 20) t), '[]') as credits`;
  const { rows } = await db.raw<{ rows: LibraryFacts[] }>(statement, seen === 'all' ? {} : { seen });
  return rows[0]!;
}

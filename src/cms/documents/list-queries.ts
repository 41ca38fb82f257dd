import type { Db } from '../../platform/db/connect';
import type { Seen } from '../images/list-queries';
import { escapeLike } from '../references/completion';
import type { Kind, Listing, Sort } from './listing';
import type { TextState } from './queries';

export interface ListedDocument {
  readonly id: number;
  readonly title: string;
  readonly filename: string;
  readonly bytes: number;
  readonly textState: TextState;
  readonly tags: readonly string[];
  readonly collection: string | null;
  readonly isPrivate: boolean;
  readonly updatedAt: Date;
  readonly updatedById: number | null;
  /** Null: the program itself. */
  readonly updatedBy: string | null;
  readonly trashedAt: Date | null;
  readonly trashedById: number | null;
  readonly trashedBy: string | null;
  /** Public pages that lead to it. */
  readonly pages: number;
  /** On a page, in a draft, a menu, a snippet or the settings. */
  readonly used: boolean;
}

type Bindings = Record<string, string | number | readonly number[] | readonly string[]>;

const SEEN_COLLECTION = '(c.page_id is null or exists (select from pages p where p.id = c.page_id and (p.id = any(:seen::int[]) or p.ancestor_ids && :seen::int[])))';
const SEEN_DOCUMENT = `(d.collection_id is null or exists (select from collections c where c.id = d.collection_id and ${SEEN_COLLECTION}))`;

const NAMES = (column: string): string => `(regexp_matches((${column})::text, '(^|[^a-z0-9-])document:(\\d+)', 'g'))[2]`;

/** Every document that something names, made once in a statement: see the list of images. */
const USED = `used as materialized (
    select r.key from page_references r join pages p on p.id = r.page_id where r.kind = 'document' and p.trashed_at is null and not p.ancestor_trashed
    union select ${NAMES('r.content::text || r.common::text')} from pages p join revisions r on r.id = p.draft_revision_id
      where p.draft_revision_id is distinct from p.live_revision_id and p.trashed_at is null and not p.ancestor_trashed
    union select ${NAMES('r.content::text || r.common::text')} from scheduled_publications s join revisions r on r.id = s.revision_id join pages p on p.id = s.page_id
      where s.state = 'pending' and p.trashed_at is null and not p.ancestor_trashed
    union select ${NAMES('w.content::text || w.common::text')} from working_copies w join pages p on p.id = w.page_id where p.trashed_at is null and not p.ancestor_trashed
    union select ${NAMES('s.content')} from snippets s
    union select ${NAMES('s.settings')} from sites s
    union select ${NAMES('n.target')} from navigation_items n
  )`;

const IS_USED = 'd.id::text in (select key from used)';

const ORDERS: Readonly<Record<Sort, { readonly key: string; readonly by: string }>> = {
  newest: { key: 'd.id', by: 'key desc' },
  oldest: { key: 'd.id', by: 'key' },
  title: { key: 'lower(d.title)', by: 'key, id' },
  largest: { key: 'd.bytes', by: 'key desc, id desc' },
};

/** One statement: the page of the list, and how many there are in all. `first`: the place of the first one, from 0. */
export async function listDocuments(db: Db, seen: Seen, listing: Listing, { first, limit }: { first: number; limit: number }): Promise<{ documents: ListedDocument[]; matching: number }> {
  const { sql, bindings } = whereOf(seen, listing);
  const { key, by } = ORDERS[listing.sort];
  const statement = `
    with ${USED}, found as materialized (select d.id, ${key} as key from documents d where ${sql}),
    page as (select id, row_number() over (order by ${by}) as place from found order by ${by} limit :limit offset :first),
    shown as (select r.key, count(distinct r.page_id)::int as pages from page_references r join pages p on p.id = r.page_id
      where r.kind = 'document' and r.key in (select id::text from page) and p.live_revision_id is not null and p.trashed_at is null and not p.ancestor_trashed group by r.key)
    select all_found.matching, d.id, d.title, d.filename, d.bytes, d.text_state, d.tags, c.name as collection, c.page_id is not null as is_private,
      d.updated_at, d.updated_by as updated_by_id, w.name as updated_by, d.trashed_at, d.trashed_by as trashed_by_id, t.name as trashed_by,
      coalesce(shown.pages, 0) as pages, ${IS_USED} as used
    from (select count(*)::int as matching from found) all_found
    left join page on true left join documents d on d.id = page.id
    left join collections c on c.id = d.collection_id left join users w on w.id = d.updated_by left join users t on t.id = d.trashed_by
    left join shown on shown.key = d.id::text order by page.place`;
  const { rows } = await db.raw<{ rows: (ListedDocument & { matching: number })[] }>(statement, { ...bindings, first, limit });
  return { documents: rows.filter(({ id }) => (id as number | null) !== null), matching: rows[0]!.matching };
}

const OFFICE = `(d.mime_type like 'application/vnd.%' or d.mime_type = 'application/msword')`;

const KIND_IS: Readonly<Record<Kind, string>> = {
  pdf: `d.mime_type = 'application/pdf'`,
  office: OFFICE,
  text: `(d.mime_type like 'text/%' or d.mime_type = 'application/json')`,
  other: `d.mime_type = 'application/zip'`,
};

function whereOf(seen: Seen, { q, tag, collection, kind, text, use, trash }: Listing): { sql: string; bindings: Bindings } {
  const words = q.toLowerCase().split(/\s+/).filter((word) => word !== '').slice(0, 8);
  const conditions = [
    trash ? 'd.trashed_at is not null' : 'd.trashed_at is null',
    ...(seen === 'all' ? [] : [SEEN_DOCUMENT]),
    ...words.map((_, index) => `d.words like :word${index}`),
    ...(tag === null ? [] : ['d.tags @> array[:tag::text]']),
    ...(collection === null ? [] : ['d.collection_id = :collection']),
    ...(kind === null ? [] : [KIND_IS[kind]]),
    ...(text === null ? [] : ['d.text_state = :wantedText']),
    ...(use === null ? [] : [use === 'used' ? IS_USED : `not ${IS_USED}`]),
  ];
  const bindings: Bindings = { ...(seen === 'all' ? {} : { seen }), ...(tag === null ? {} : { tag }), ...(collection === null ? {} : { collection }), ...(text === null ? {} : { wantedText: text }) };
  words.forEach((word, index) => { bindings[`word${index}`] = `%${escapeLike(word)}%`; });
  return { sql: conditions.join(' and '), bindings };
}

export interface LibraryFacts {
  readonly documents: number;
  readonly unused: number;
  readonly trashed: number;
  readonly collections: readonly { readonly id: number; readonly name: string; readonly isPrivate: boolean }[];
  /** The most used first. */
  readonly tags: readonly string[];
}

/** What stands around every list: how many there are, and what can be chosen. */
export async function getLibraryFacts(db: Db, seen: Seen): Promise<LibraryFacts> {
  const statement = `
    with ${USED}, mine as materialized (select d.id, d.trashed_at, d.tags from documents d${seen === 'all' ? '' : ` where ${SEEN_DOCUMENT}`})
    select (select count(*)::int from mine where trashed_at is null) as documents,
      (select count(*)::int from mine d where trashed_at is null and not ${IS_USED}) as unused,
      (select count(*)::int from mine where trashed_at is not null) as trashed,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'isPrivate', c.page_id is not null) order by lower(c.name))
        from collections c${seen === 'all' ? '' : ` where ${SEEN_COLLECTION}`}), '[]') as collections,
      coalesce((select jsonb_agg(tag) from (select tag from mine, unnest(tags) tag where trashed_at is null group by tag order by count(*) desc, tag limit 60) t), '[]') as tags`;
  const { rows } = await db.raw<{ rows: LibraryFacts[] }>(statement, seen === 'all' ? {} : { seen });
  return rows[0]!;
}

import type { Db } from '../../platform/db/connect';
import { escapeLike } from '../references/completion';
import { FILE_COLUMNS, FILE_JOINS, type LibraryFile } from './file-queries';
import type { Kind } from './kinds';
import { PER_PAGE, type Listing, type Sort } from './listing';
import type { Seen } from './seen';
import { SEEN_COLLECTION } from './seen-queries';

/** What every list says of a file. */
export interface ListedFile extends LibraryFile {
  readonly collection: string | null;
  /** In a collection for readers of a page. */
  readonly isPrivate: boolean;
  /** Public pages that name it. */
  readonly pages: number;
  /** On a page, in a draft, a menu, a snippet or the settings. */
  readonly used: boolean;
}

/** What a kind adds to the list, as SQL about its row `m`: never from input, which stands in `bindings`. */
export interface OwnList {
  /** `m.width, m.height` */
  readonly columns: string;
  readonly conditions: readonly string[];
  readonly bindings: Readonly<Record<string, string>>;
  /** A select of ids that the words typed, `:typed`, find besides those in title and file name; left out: none. */
  readonly alsoFound?: string;
}

/**
 * A list in one statement: its page, and how many there are in all. Indexes do the finding; only ids and keys of all that fit are sorted.
 */
export async function listFiles<Own>(db: Db, { one, many }: Kind, seen: Seen, listing: Listing, own: OwnList): Promise<{ files: (ListedFile & Own)[]; matching: number }> {
  const { sql, bindings } = whereOf(many, seen, listing, own);
  const { key, by } = ORDERS[listing.sort];
  const statement = `
    with ${usedOf(one)}, found as materialized (select m.id, ${key} as key from ${many} m where ${sql}),
    page as (select id, row_number() over (order by ${by}) as place from found order by ${by} limit :limit offset :first),
    shown as (select r.key, count(distinct r.page_id)::int as pages from page_references r join pages p on p.id = r.page_id
      where r.kind = '${one}' and r.key in (select id::text from page) and p.live_revision_id is not null and p.trashed_at is null and not p.ancestor_trashed group by r.key)
    select all_found.matching, ${FILE_COLUMNS}, c.name as collection, c.page_id is not null as is_private,
      coalesce(shown.pages, 0) as pages, ${IS_USED} as used, ${own.columns}
    from (select count(*)::int as matching from found) all_found
    left join page on true left join ${many} m on m.id = page.id ${FILE_JOINS}
    left join shown on shown.key = m.id::text order by page.place`;
  const { rows } = await db.raw<{ rows: (ListedFile & Own & { matching: number })[] }>(statement, { ...bindings, first: (listing.page - 1) * PER_PAGE, limit: PER_PAGE });
  return { files: rows.filter(({ id }) => (id as number | null) !== null), matching: rows[0]!.matching };
}

const ORDERS: Readonly<Record<Sort, { readonly key: string; readonly by: string }>> = {
  newest: { key: 'm.id', by: 'key desc' },
  oldest: { key: 'm.id', by: 'key' },
  title: { key: 'lower(m.title)', by: 'key, id' },
  largest: { key: 'm.bytes', by: 'key desc, id desc' },
};

const SEEN_FILE = `(m.collection_id is null or exists (select from collections c left join pages p on p.id = c.page_id where c.id = m.collection_id and ${SEEN_COLLECTION}))`;

const IS_USED = 'm.id::text in (select key from used)';

/**
 * Every file of a kind that something names: public pages (an index answers), and read as text drafts that differ from what is public, what
 * is planned and being written, snippets, menus, settings. Made once in a statement; asking it of each file by itself would read those
 * texts once for each.
 */
function usedOf(one: Kind['one']): string {
  const names = (text: string): string => `(regexp_matches(${text}, '(^|[^a-z0-9-])${one}:(\\d+)', 'g'))[2]`;
  const there = 'p.trashed_at is null and not p.ancestor_trashed';
  return `used as materialized (
    select r.key from page_references r join pages p on p.id = r.page_id where r.kind = '${one}' and ${there}
    union select ${names('r.content::text || r.common::text')} from pages p join revisions r on r.id = p.draft_revision_id
      where p.draft_revision_id is distinct from p.live_revision_id and ${there}
    union select ${names('r.content::text || r.common::text')} from scheduled_publications s join revisions r on r.id = s.revision_id join pages p on p.id = s.page_id
      where s.state = 'pending' and ${there}
    union select ${names('w.content::text || w.common::text')} from working_copies w join pages p on p.id = w.page_id where ${there}
    union select ${names('s.content::text')} from snippets s
    union select ${names('s.settings::text')} from sites s
    union select ${names(`coalesce(n.image, '') || ' ' || coalesce(n.target, '')`)} from navigation_items n
  )`;
}

type Bindings = Record<string, string | number | readonly number[]>;

function whereOf(many: Kind['many'], seen: Seen, { q, tag, collection, use, trash }: Listing, own: OwnList): { sql: string; bindings: Bindings } {
  const words = q.toLowerCase().split(/\s+/).filter((word) => word !== '').slice(0, 8);
  const conditions = [
    trash ? 'm.trashed_at is not null' : 'm.trashed_at is null',
    ...(seen === 'all' ? [] : [SEEN_FILE]),
    ...(words.length === 0 ? [] : [foundBy(many, words.length, own.alsoFound)]),
    ...(tag === null ? [] : ['m.tags @> array[:tag::text]']),
    ...(collection === null ? [] : ['m.collection_id = :collection']),
    ...(use === null ? [] : [use === 'used' ? IS_USED : `not ${IS_USED}`]),
    ...own.conditions,
  ];
  const bindings: Bindings = { ...own.bindings, ...(own.alsoFound === undefined || words.length === 0 ? {} : { typed: q }), ...(seen === 'all' ? {} : { seen }), ...(tag === null ? {} : { tag }), ...(collection === null ? {} : { collection }) };
  words.forEach((word, index) => { bindings[`word${index}`] = `%${escapeLike(word)}%`; });
  return { sql: conditions.join(' and '), bindings };
}

/** Every word stands in `words`. What else finds them is asked by itself, since no index answers "or" across two tables. */
function foundBy(many: Kind['many'], words: number, alsoFound: string | undefined): string {
  const inWords = (row: string): string => Array.from({ length: words }, (_, index) => `${row}.words like :word${index}`).join(' and ');
  return alsoFound === undefined ? inWords('m') : `m.id in (select w.id from ${many} w where ${inWords('w')} union ${alsoFound})`;
}

export interface LibraryFacts {
  /** Outside the trash. */
  readonly count: number;
  readonly unused: number;
  readonly trashed: number;
  readonly collections: readonly { readonly id: number; readonly name: string; readonly isPrivate: boolean }[];
  /** The most used first. */
  readonly tags: readonly string[];
}

/**
 * What stands around every list: how many there are, and what can be chosen. `choices`: columns of the kind, as SQL constants, whose values
 * are given too, the most used first.
 */
export async function getLibraryFacts<Choice extends string = never>(db: Db, { one, many }: Kind, seen: Seen, choices: readonly Choice[] = []): Promise<LibraryFacts & Readonly<Record<Choice, readonly string[]>>> {
  const seeing = seen === 'all' ? ['', ''] : [` where ${SEEN_FILE}`, ` where ${SEEN_COLLECTION}`];
  const chosen = choices.map((column) => `, coalesce((select jsonb_agg(${column}) from (select ${column} from mine where ${column} <> '' group by ${column} order by count(*) desc, ${column} limit 20) t), '[]') as ${column}`);
  const statement = `
    with ${usedOf(one)}, mine as materialized (select m.id, m.trashed_at, m.tags${choices.map((column) => `, m.${column}`).join('')} from ${many} m${seeing[0]})
    select (select count(*)::int from mine where trashed_at is null) as count,
      (select count(*)::int from mine m where trashed_at is null and not ${IS_USED}) as unused,
      (select count(*)::int from mine where trashed_at is not null) as trashed,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'isPrivate', c.page_id is not null) order by lower(c.name))
        from collections c left join pages p on p.id = c.page_id${seeing[1]}), '[]') as collections,
      coalesce((select jsonb_agg(tag) from (select tag from mine, unnest(tags) tag where trashed_at is null group by tag order by count(*) desc, tag limit 60) t), '[]') as tags${chosen.join('')}`;
  const { rows } = await db.raw<{ rows: (LibraryFacts & Record<Choice, string[]>)[] }>(statement, seen === 'all' ? {} : { seen });
  return rows[0]!;
}

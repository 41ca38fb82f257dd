import { z } from 'zod';
import type { Db } from '../../platform/db/connect';
import { citingSchema, relatedSchema, RFC_DETAIL, RFC_ROW, rfcDetailSchema, rfcRowSchema } from './rfc-detail';

export interface Reader {
  readonly siteId: number;
  readonly now: Date;
}

/** So many are shown; queries ask for one more, so that the page can say that there are more. */
export const MOST_CITING = 20;

/** Public pages of a site that cite `:kind` `:key`, by name. Each page once, however often it does. */
const CITING = `(
  select coalesce(jsonb_agg(jsonb_build_object('title', found.title, 'path', found.path) order by found.title, found.path), '[]') from (
    select p.title, p.path from pages p
    where p.site_id = :siteId and is_visible(p, :now)
      and exists (select from page_references x where x.page_id = p.id and x.kind = :kind and x.key = :key)
    order by p.title, p.path limit :most
  ) found)`;

const rfcPage = z.object({
  rfc: rfcDetailSchema.nullable(), notIssued: z.boolean(), related: z.array(relatedSchema), citing: z.array(citingSchema),
});

export type RfcPage = z.infer<typeof rfcPage>;

const RFC_PAGE = `
  select (select ${RFC_DETAIL} from rfcs r where r.number = :number) as rfc,
    exists (select from rfc_numbers_not_issued where number = :number) as "notIssued",
    (select coalesce(jsonb_agg(jsonb_build_object(
        'relation', x.relation, 'number', x.other, 'title', o.title, 'status', o.status, 'date', to_char(o.published_on, 'YYYY-MM-DD')
      ) order by x.other), '[]')
      from rfc_relations x left join rfcs o on o.number = x.other where x.number = :number) as related,
    ${CITING} as citing`;

/** All that the page of a number prints, in one query; also for numbers that are none of ours. */
export async function findRfcPage(db: Db, number: number, { siteId, now }: Reader): Promise<RfcPage> {
  const { rows } = await db.raw<{ rows: unknown[] }>(RFC_PAGE, { number, siteId, now, kind: 'rfc', key: String(number), most: MOST_CITING + 1 });
  return rfcPage.parse(rows[0]);
}

const seriesPage = z.object({
  known: z.boolean(), title: z.string().nullable(), members: z.array(rfcDetailSchema), citing: z.array(citingSchema),
});

export type SeriesPage = z.infer<typeof seriesPage>;

const SERIES_PAGE = `
  select exists (select from rfc_series where kind = :prefix and number = :number) as known,
    (select title from rfc_series where kind = :prefix and number = :number) as title,
    (select coalesce(jsonb_agg(${RFC_DETAIL} order by r.number), '[]') from rfcs r where r.series @> array[:name]) as members,
    ${CITING} as citing`;

/** A sub-series with its RFCs in full, in one query. */
export async function findSeriesPage(db: Db, kind: 'bcp' | 'std' | 'fyi', number: number, { siteId, now }: Reader): Promise<SeriesPage> {
  const prefix = kind.toUpperCase();
  const { rows } = await db.raw<{ rows: unknown[] }>(SERIES_PAGE, {
    prefix, number, name: `${prefix} ${number}`, siteId, now, kind, key: String(number), most: MOST_CITING + 1,
  });
  return seriesPage.parse(rows[0]);
}

const counted = z.array(z.object({ name: z.string(), count: z.number() }));

const overview = z.object({
  total: z.number(), newest: z.array(rfcRowSchema), statuses: counted, streams: counted, years: counted, series: counted,
});

export type Overview = z.infer<typeof overview>;

const OVERVIEW = `
  with current as materialized (select number, title, status, stream, published_on from rfcs where stale_since is null),
  counts as (
    select grouping(status) as no_status, grouping(stream) as no_stream, coalesce(status, stream, to_char(year, 'FM0000')) as name, count(*)::integer as count
    from (select status, stream, extract(year from published_on)::integer as year from current) named
    group by grouping sets ((status), (stream), (year))
  )
  select (select count(*)::integer from current) as total,
    (select coalesce(jsonb_agg(${RFC_ROW} order by r.published_on desc, r.number desc), '[]')
      from (select * from current order by published_on desc, number desc limit :most) r) as newest,
    (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'count', count) order by count desc, name), '[]') from counts where no_status = 0) as statuses,
    (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'count', count) order by count desc, name), '[]') from counts where no_stream = 0) as streams,
    (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'count', count) order by name desc), '[]') from counts where no_status = 1 and no_stream = 1) as years,
    (select coalesce(jsonb_agg(jsonb_build_object('name', kind, 'count', count) order by kind), '[]')
      from (select kind, count(*)::integer as count from rfc_series where stale_since is null group by kind) kinds) as series`;

/** The newest RFCs, and how many there are of each status, stream, year and sub-series. */
export async function getRfcOverview(db: Db, most: number): Promise<Overview> {
  const { rows } = await db.raw<{ rows: unknown[] }>(OVERVIEW, { most });
  return overview.parse(rows[0]);
}

export type RfcFilter = { readonly status: string } | { readonly stream: string } | { readonly year: number };

const listed = z.object({ total: z.number(), name: z.string().nullable(), rows: z.array(rfcRowSchema) });

export type RfcList = z.infer<typeof listed>;

const LIST = `
  with chosen as materialized (
    select number, title, status, stream, published_on from rfcs where stale_since is null
      and (cast(:status as text) is null or lower(replace(status, ' ', '-')) = :status)
      and (cast(:stream as text) is null or lower(replace(stream, ' ', '-')) = :stream)
      and (cast(:year as integer) is null or published_on >= make_date(:year, 1, 1) and published_on < make_date(:year + 1, 1, 1))
  )
  select (select count(*)::integer from chosen) as total,
    (select case when cast(:status as text) is not null then min(status) when cast(:stream as text) is not null then min(stream) end from chosen) as name,
    (select coalesce(jsonb_agg(${RFC_ROW} order by r.published_on desc, r.number desc), '[]')
      from (select * from chosen order by published_on desc, number desc limit :limit offset :offset) r) as rows`;

/** Newest first. Statuses and streams by their slugs; `name` is how they are written, null when there is none or a year was asked for. */
export async function listRfcs(db: Db, filter: RfcFilter, { limit, offset }: { limit: number; offset: number }): Promise<RfcList> {
  const bindings = { status: null, stream: null, year: null, ...filter, limit, offset };
  const { rows } = await db.raw<{ rows: unknown[] }>(LIST, bindings as never);
  return listed.parse(rows[0]);
}

const seriesList = z.object({
  total: z.number(),
  rows: z.array(z.object({ number: z.number(), title: z.string().nullable(), members: z.array(z.object({ number: z.number(), title: z.string() })) })),
});

export type SeriesList = z.infer<typeof seriesList>;

const SERIES_LIST = `
  select (select count(*)::integer from rfc_series where kind = :kind and stale_since is null) as total,
    (select coalesce(jsonb_agg(jsonb_build_object('number', s.number, 'title', s.title, 'members', (
        select coalesce(jsonb_agg(jsonb_build_object('number', r.number, 'title', r.title) order by r.number), '[]')
        from rfcs r where r.series @> array[:kind || ' ' || s.number]
      )) order by s.number), '[]')
      from (select * from rfc_series where kind = :kind and stale_since is null order by number limit :limit offset :offset) s) as rows`;

export async function listSeries(db: Db, kind: 'bcp' | 'std' | 'fyi', { limit, offset }: { limit: number; offset: number }): Promise<SeriesList> {
  const { rows } = await db.raw<{ rows: unknown[] }>(SERIES_LIST, { kind: kind.toUpperCase(), limit, offset });
  return seriesList.parse(rows[0]);
}

/** What the site map names below the list: every RFC that is not stale, and every such sub-series with an RFC in it (others say noindex). */
export async function listRfcAddresses(db: Db): Promise<{ numbers: number[]; series: { kind: string; number: number }[] }> {
  const { rows } = await db.raw<{ rows: { numbers: number[]; series: { kind: string; number: number }[] }[] }>(`
    select (select coalesce(array_agg(number order by number), '{}') from rfcs where stale_since is null) as numbers,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', lower(kind), 'number', number) order by kind, number), '[]') from rfc_series s
        where stale_since is null and exists (select from rfcs r where r.series @> array[s.kind || ' ' || s.number])) as series`);
  return rows[0]!;
}

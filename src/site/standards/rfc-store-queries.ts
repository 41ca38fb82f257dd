import type { Db } from '../../platform/db/connect';
import type { RfcRecord, SeriesRecord } from './rfc-record';
import { createRfcStage, insertStagedNotIssued, insertStagedRfcs, insertStagedSeries } from './rfc-stage-queries';

/** What became of the RFCs. `touched`: the numbers of those that are new or changed. */
export interface RfcChanges {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Marked as stale now: they were there before and are not named any more. */
  readonly gone: readonly number[];
  /** Sub-series and numbers never issued: how many rows are new or different. */
  readonly others: number;
  readonly touched: readonly number[];
}

/** By number, with relations, which are written anew. What these do not name stays as it is: for seeds. */
export async function upsertRfcs(db: Db, rfcs: readonly RfcRecord[], { series = [], notIssued = [] }: { series?: readonly SeriesRecord[]; notIssued?: readonly number[] } = {}): Promise<RfcChanges> {
  return db.transaction(async (trx) => {
    await createRfcStage(trx);
    await insertStagedRfcs(trx, rfcs);
    await insertStagedSeries(trx, series);
    await insertStagedNotIssued(trx, notIssued);
    return applyRfcStage(trx, null);
  });
}

/** A stage that is all there is: what it does not name is stale from `at` on, except the numbers `spared`. */
export interface Whole {
  readonly at: Date;
  readonly spared: readonly number[];
}

/** From the stage into the tables, writing only what differs, so that a second time changes nothing. In the caller's transaction. */
export async function applyRfcStage(trx: Db, whole: Whole | null): Promise<RfcChanges> {
  await trx.raw('analyze rfc_stage');
  const written = await rowsOf<{ number: number; created: boolean }>(trx, UPSERT_RFCS);
  await trx.raw(STAGE_RELATIONS);
  const unrelated = await numbersOf(trx, DELETE_RELATIONS);
  const related = await numbersOf(trx, INSERT_RELATIONS);
  const others = [
    ...await rowsOf(trx, UPSERT_SERIES), ...await numbersOf(trx, INSERT_NOT_ISSUED), ...await numbersOf(trx, DELETE_ISSUED),
    ...(whole ? await rowsOf(trx, MARK_STALE_SERIES, [whole.at]) : []),
  ];
  const gone = whole ? await numbersOf(trx, MARK_STALE_RFCS, [whole.at, [...whole.spared]]) : [];

  const touched = [...new Set([...written.map(({ number }) => number), ...unrelated, ...related])];
  const created = written.filter((row) => row.created).length;
  const [{ total }] = await rowsOf<{ total: number }>(trx, 'select count(*)::integer as total from rfc_stage') as [{ total: number }];
  return { created, changed: touched.length - created, unchanged: total - touched.length, gone: gone.sort((one, other) => one - other), others: others.length, touched };
}

const UPSERT_RFCS = `
  with membership as (
    select number, unnest(series) as name from rfc_stage
    union select unnest(members), kind || ' ' || number from rfc_stage_series
  ), incoming as (
    select s.*,
      coalesce((
        select array_agg(m.name order by split_part(m.name, ' ', 1), split_part(m.name, ' ', 2)::integer) from membership m where m.number = s.number
      ), '{}') as all_series,
      case when s.given_group ~ '^[a-z0-9][a-z0-9-]*$' then s.given_group else g.acronym end as group_acronym,
      case when s.given_group ~ '^[a-z0-9][a-z0-9-]*$' or g.acronym is not null then null else s.given_group end as group_name
    from rfc_stage s
      left join (select lower(name) as name, (array_agg(acronym order by state = 'Active' desc, acronym))[1] as acronym from groups group by 1) g
      on g.name = lower(s.given_group)
  )
  insert into rfcs as r (number, title, status, stream, published_on, published_day, published_status, authors, group_acronym, group_name, area,
    draft_name, series, abstract, keywords, formats, pages, doi, errata_url, stale_since)
  select number, title, status, stream, published_on, published_day, published_status, authors, group_acronym, group_name, area,
    draft_name, all_series, abstract, keywords, formats, pages, doi, errata_url, null
  from incoming
  on conflict (number) do update set
    title = excluded.title, status = excluded.status, stream = excluded.stream, published_on = excluded.published_on,
    published_day = excluded.published_day, published_status = excluded.published_status, authors = excluded.authors,
    group_acronym = excluded.group_acronym, group_name = excluded.group_name, area = excluded.area, draft_name = excluded.draft_name,
    series = excluded.series, abstract = excluded.abstract, keywords = excluded.keywords, formats = excluded.formats, pages = excluded.pages,
    doi = excluded.doi, errata_url = excluded.errata_url, stale_since = null
  where (r.title, r.status, r.stream, r.published_on, r.published_day, r.published_status, r.authors, r.group_acronym, r.group_name, r.area,
      r.draft_name, r.series, r.abstract, r.keywords, r.formats, r.pages, r.doi, r.errata_url, r.stale_since)
    is distinct from (excluded.title, excluded.status, excluded.stream, excluded.published_on, excluded.published_day, excluded.published_status,
      excluded.authors, excluded.group_acronym, excluded.group_name, excluded.area, excluded.draft_name, excluded.series, excluded.abstract,
      excluded.keywords, excluded.formats, excluded.pages, excluded.doi, excluded.errata_url, null::timestamptz)
  returning r.number, (r.xmax = 0) as created`;

/** Told by one side, it holds for both: sources forget one of them now and then. */
const STAGE_RELATIONS = `
  insert into rfc_stage_relations
  with told as (
    select number, 'obsoletes' as relation, unnest(obsoletes) as other from rfc_stage
    union select number, 'obsoleted-by', unnest(obsoleted_by) from rfc_stage
    union select number, 'updates', unnest(updates) from rfc_stage
    union select number, 'updated-by', unnest(updated_by) from rfc_stage
  )
  select number, relation, other from told
  union select told.other, inverse.theirs, told.number
    from told
      join (values ('obsoletes', 'obsoleted-by'), ('obsoleted-by', 'obsoletes'), ('updates', 'updated-by'), ('updated-by', 'updates')) inverse(ours, theirs)
      on inverse.ours = told.relation
      join rfc_stage on rfc_stage.number = told.other`;

const DELETE_RELATIONS = `
  delete from rfc_relations x using rfc_stage s
  where x.number = s.number
    and not exists (select from rfc_stage_relations t where t.number = x.number and t.relation = x.relation and t.other = x.other)
  returning x.number`;

const INSERT_RELATIONS = `
  insert into rfc_relations (number, relation, other) select number, relation, other from rfc_stage_relations
  on conflict do nothing returning number`;

/** A title that was known once is kept. */
const UPSERT_SERIES = `
  insert into rfc_series as s (kind, number, title, stale_since)
  select kind, number, max(title), null from (
    select kind, number, title from rfc_stage_series
    union select split_part(name, ' ', 1), split_part(name, ' ', 2)::integer, null from rfc_stage, unnest(series) name
  ) named group by kind, number
  on conflict (kind, number) do update set title = coalesce(excluded.title, s.title), stale_since = null
  where (s.title, s.stale_since) is distinct from (coalesce(excluded.title, s.title), null::timestamptz)
  returning s.number`;

const INSERT_NOT_ISSUED = 'insert into rfc_numbers_not_issued select distinct number from rfc_stage_not_issued on conflict do nothing returning number';

const DELETE_ISSUED = 'delete from rfc_numbers_not_issued n using rfc_stage s where s.number = n.number returning n.number';

const MARK_STALE_RFCS = `
  update rfcs set stale_since = ?
  where stale_since is null and number <> all(?::integer[]) and not exists (select from rfc_stage s where s.number = rfcs.number)
  returning number`;

const MARK_STALE_SERIES = `
  update rfc_series x set stale_since = ?
  where stale_since is null
    and not exists (select from rfc_stage_series s where s.kind = x.kind and s.number = x.number)
    and not exists (select from rfc_stage s where s.series @> array[x.kind || ' ' || x.number])
  returning number`;

async function rowsOf<Row = unknown>(trx: Db, sql: string, bindings: readonly unknown[] = []): Promise<Row[]> {
  const { rows } = await trx.raw<{ rows: Row[] }>(sql, bindings as string[]);
  return rows;
}

async function numbersOf(trx: Db, sql: string, bindings: readonly unknown[] = []): Promise<number[]> {
  return (await rowsOf<{ number: number }>(trx, sql, bindings)).map(({ number }) => number);
}

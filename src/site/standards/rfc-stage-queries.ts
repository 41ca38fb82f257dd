import type { Db } from '../../platform/db/connect';
import type { RfcRecord, SeriesRecord } from './rfc-record';

/**
 * Where facts about RFCs wait until all of them are there. Temporary, so no reader ever meets half of them: the tables belong to
 * the caller's transaction and go with it. Made anew when that transaction has some already.
 */
export async function createRfcStage(trx: Db): Promise<void> {
  await trx.raw('drop table if exists pg_temp.rfc_stage, pg_temp.rfc_stage_series, pg_temp.rfc_stage_not_issued, pg_temp.rfc_stage_relations');
  await trx.raw(`
    create temporary table rfc_stage (
      number integer primary key, title text, status text, stream text, published_on date, published_day smallint, published_status text,
      authors text[], given_group text, area text, draft_name text, series text[], abstract text, keywords text[], formats text[],
      pages integer, doi text, errata_url text, obsoletes integer[], obsoleted_by integer[], updates integer[], updated_by integer[]
    ) on commit drop`);
  await trx.raw('create temporary table rfc_stage_series (kind text, number integer, title text, members integer[]) on commit drop');
  await trx.raw('create temporary table rfc_stage_not_issued (number integer) on commit drop');
  await trx.raw('create temporary table rfc_stage_relations (number integer, relation text, other integer) on commit drop');
}

const INSERT_RFCS = `
  insert into rfc_stage select * from jsonb_to_recordset(?::jsonb) as x(
    number integer, title text, status text, stream text, published_on date, published_day smallint, published_status text,
    authors text[], given_group text, area text, draft_name text, series text[], abstract text, keywords text[], formats text[],
    pages integer, doi text, errata_url text, obsoletes integer[], obsoleted_by integer[], updates integer[], updated_by integer[])`;

/** One value for any number of rows: a statement with a binding for each field would be parsed anew every time. */
export async function insertStagedRfcs(trx: Db, rfcs: readonly RfcRecord[]): Promise<void> {
  if (rfcs.length > 0) await trx.raw(INSERT_RFCS, [JSON.stringify(rfcs.map(stagedRow))]);
}

export async function insertStagedSeries(trx: Db, series: readonly SeriesRecord[]): Promise<void> {
  if (series.length === 0) return;
  const rows = JSON.stringify(series);
  await trx.raw('insert into rfc_stage_series select * from jsonb_to_recordset(?::jsonb) as x(kind text, number integer, title text, members integer[])', [rows]);
}

export async function insertStagedNotIssued(trx: Db, numbers: readonly number[]): Promise<void> {
  if (numbers.length > 0) await trx.raw('insert into rfc_stage_not_issued select unnest(?::integer[])', [[...numbers]]);
}

/** How many RFCs wait, and how many of those that readers see now have none waiting. */
export async function countStaged(trx: Db): Promise<{ staged: number; current: number }> {
  const { rows } = await trx.raw<{ rows: { staged: number; current: number }[] }>(`
    select (select count(*)::integer from rfc_stage) as staged, (select count(*)::integer from rfcs where stale_since is null) as current`);
  return rows[0]!;
}

function stagedRow(rfc: RfcRecord): Record<string, unknown> {
  return {
    number: rfc.number, title: rfc.title, status: rfc.status, stream: rfc.stream,
    published_on: `${rfc.date}-${String(rfc.day ?? 1).padStart(2, '0')}`, published_day: rfc.day, published_status: rfc.publishedStatus,
    authors: rfc.authors, given_group: rfc.group, area: rfc.area, draft_name: rfc.draft, series: rfc.series, abstract: rfc.abstract,
    keywords: rfc.keywords, formats: rfc.formats, pages: rfc.pages, doi: rfc.doi, errata_url: rfc.errataUrl,
    obsoletes: rfc.obsoletes, obsoleted_by: rfc.obsoletedBy, updates: rfc.updates, updated_by: rfc.updatedBy,
  };
}

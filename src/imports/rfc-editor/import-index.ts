import { refreshSearchDocuments } from '../../cms/search/refresh';
import type { Db } from '../../platform/db/connect';
import { record, SYSTEM } from '../../platform/history/record';
import { Refusal } from '../../platform/refusal';
import { rfcKind } from '../../site/standards/rfc-kind';
import type { RfcRecord, SeriesRecord } from '../../site/standards/rfc-record';
import { countStaged, createRfcStage, insertStagedNotIssued, insertStagedRfcs, insertStagedSeries } from '../../site/standards/rfc-stage-queries';
import { applyRfcStage } from '../../site/standards/rfc-store-queries';
import { readXml } from '../read-xml';
import { entryOf, type Entry } from './entry';
import { changesAnything, type RfcReport } from './report';

const NAMESPACE = /^https?:\/\/www\.rfc-editor\.org\/rfc-index\/?$/;
const isIndex = (name: string, namespace: string): boolean => name === 'rfc-index' && NAMESPACE.test(namespace);

/** The longest real entry has 5,000 characters. */
const LIMITS = { depth: 8, entry: 1_000_000 };

/** Every entry of the index that we keep, in the order of the file. @throws Refusal when the file is not one, or not whole */
export async function* readIndex(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  for await (const node of readXml(chunks, isIndex, LIMITS)) {
    const entry = entryOf(node);
    if (entry) yield entry;
  }
}

export interface IndexOptions {
  readonly at: Date;
  /** Take the file even when it has much less in it than we have. */
  readonly allowFewer: boolean;
}

/**
 * The index into the tables, in the caller's transaction: first all of it into a stage, then only what differs into what readers
 * see, their search, and one line of history. @throws Refusal when the file is no good; nothing is written then
 */
export async function importIndex(trx: Db, chunks: AsyncIterable<Uint8Array>, { at, allowFewer }: IndexOptions): Promise<RfcReport> {
  await createRfcStage(trx);
  const { notIssued, series, skipped } = await stage(trx, readIndex(chunks));
  const read = await checkedCount(trx, allowFewer);

  const spared = skipped.flatMap(({ number }) => number ?? []);
  const { touched, ...changes } = await applyRfcStage(trx, { at, spared });
  await refreshSearchDocuments(trx, rfcKind, [...touched, ...changes.gone].map(String));

  const report: RfcReport = { ...changes, read, notIssued, series, skipped: skipped.map(({ reason }) => reason) };
  if (changesAnything(report)) await record(trx, at, SYSTEM, { action: 'import.done', objectType: 'import', objectId: 'rfcs', siteId: null, detail: summary(report) });
  return report;
}

const BATCH = 500;

interface Staged {
  readonly notIssued: number;
  readonly series: number;
  readonly skipped: readonly Extract<Entry, { kind: 'skipped' }>[];
}

async function stage(trx: Db, entries: AsyncIterable<Entry>): Promise<Staged> {
  const numbers = new Set<number>();
  const notIssued: number[] = [];
  const series: SeriesRecord[] = [];
  const skipped: Extract<Entry, { kind: 'skipped' }>[] = [];
  let batch: RfcRecord[] = [];
  for await (const entry of entries) {
    if (entry.kind === 'not-issued') notIssued.push(entry.number);
    else if (entry.kind === 'series') series.push(entry.series);
    else if (entry.kind === 'skipped') skipped.push(entry);
    else {
      if (numbers.has(entry.rfc.number)) throw new Refusal(`RFC ${entry.rfc.number} stands in it twice.`);
      numbers.add(entry.rfc.number);
      if (batch.push(entry.rfc) < BATCH) continue;
      await insertStagedRfcs(trx, batch);
      batch = [];
    }
  }
  await insertStagedRfcs(trx, batch);
  await insertStagedSeries(trx, series);
  await insertStagedNotIssued(trx, notIssued);
  return { notIssued: notIssued.length, series: series.length, skipped };
}

/** EXT-08: a sudden drop is a fault of the file, not news. */
const LEAST_SHARE = 0.8;

async function checkedCount(trx: Db, allowFewer: boolean): Promise<number> {
  const { staged, current } = await countStaged(trx);
  if (staged === 0) throw new Refusal('There is no RFC in it.');
  if (staged < current * LEAST_SHARE && !allowFewer) {
    throw new Refusal(`It has ${staged} RFCs and we have ${current}: more than a fifth would be gone. If that is right, say --allow-fewer.`);
  }
  return staged;
}

function summary({ gone, skipped, ...counts }: RfcReport): Record<string, unknown> {
  return { ...counts, gone: gone.length, skipped: skipped.length };
}

import type { RfcChanges } from '../../site/standards/rfc-store-queries';

/** What one run of the import found and did. */
export interface RfcReport extends Omit<RfcChanges, 'touched'> {
  /** RFCs in the file. */
  readonly read: number;
  readonly notIssued: number;
  readonly series: number;
  /** Entries that could not be read, with the reason: what is stored of them stays. */
  readonly skipped: readonly string[];
}

const MOST_NAMED = 10;

/** For people at a command line. */
export function sayRfcReport(report: RfcReport, { dry, seconds, megabytes }: { dry: boolean; seconds: number; megabytes: number }): string {
  const { read, notIssued, series, created, changed, unchanged, gone, skipped } = report;
  return [
    `${read} RFCs, ${series} of BCP, STD and FYI; numbers never issued: ${notIssued}.`,
    `${created} new, ${changed} changed, ${unchanged} unchanged, ${gone.length} gone${dry ? '; a dry run, so nothing was written' : ''}.`,
    ...(gone.length > 0 ? [`Not in the index any more, and marked so: ${listed(gone.map((number) => `RFC ${number}`))}.`] : []),
    ...(skipped.length > 0 ? [`${skipped.length} could not be read and stay as they were: ${listed(skipped)}.`] : []),
    `${seconds.toFixed(1)} s, at most ${Math.round(megabytes)} MB of memory.`,
  ].join('\n');
}

/** Whether readers see anything new. */
export function changesAnything({ created, changed, gone, others }: RfcReport): boolean {
  return created + changed + gone.length + others > 0;
}

function listed(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return names.slice(0, MOST_NAMED).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

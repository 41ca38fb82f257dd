import type { Rfc } from './rfc';

/** An RFC as its row keeps it (external-data.md 4.4): what lists print, and what only its own page says. */
export interface RfcRecord extends Omit<Rfc, 'date' | 'group'> {
  /** `2022-06` */
  readonly date: string;
  /** Known for few, mostly of 1 April. */
  readonly day: number | null;
  /** An acronym, or a group's long name: whatever the source has. */
  readonly group: string | null;
  readonly publishedStatus: string | null;
  readonly area: string | null;
  readonly keywords: readonly string[];
  /** "HTML", "TXT", "PDF", "XML", "PS" */
  readonly formats: readonly string[];
  readonly pages: number | null;
  readonly doi: string | null;
  readonly errataUrl: string | null;
}

/** A sub-series document: a number that stays while the RFCs behind it change. */
export interface SeriesRecord {
  readonly kind: 'BCP' | 'STD' | 'FYI';
  readonly number: number;
  readonly title: string | null;
  readonly members: readonly number[];
}

const UNKNOWN: Omit<RfcRecord, keyof Rfc> = {
  day: null, publishedStatus: null, area: null, keywords: [], formats: [], pages: null, doi: null, errataUrl: null,
};

/** For sources that say no more than what is printed, such as the demonstration's. */
export function rfcRecord(rfc: Rfc & Partial<RfcRecord>): RfcRecord {
  return { ...UNKNOWN, ...rfc, date: rfc.date.slice(0, 'YYYY-MM'.length) };
}

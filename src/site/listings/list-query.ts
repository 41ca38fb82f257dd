import { z } from 'zod';
import { nextDay, parseDay, startOfDay } from '../../platform/dates';
import { redirectTo, type Redirect } from '../../cms/page-type';
import { queryString } from '../../cms/pages/pager';
import type { Range } from './queries';

/** A topic's key, or its number on the earlier site; what can be neither is a 404. */
export const topicText = z.string().regex(/^[a-z0-9-]{0,100}$/i).optional();

/** What many lists know, in the order of URL-03. Empty texts count as absent (URL-04); impossible values are a 404 (URL-01), but for dates, which get a message. */
export const datedQuery = {
  year: z.string().regex(/^(?:\d{4})?$/).optional(),
  date_from: z.string().max(200).optional(),
  date_to: z.string().max(200).optional(),
  page: z.string().regex(/^(?:[1-9]\d{0,4})?$/).optional(),
};

/** Values as they came, in the order of URL-03. */
type Given = Readonly<Record<string, string | undefined>>;

/**
 * URL-04 and LIST-01: a form that was sent empty has the list's clean address, and a first page no number.
 * Null when the address is as it should be.
 */
export function tidied(url: string, given: Given): Redirect | null {
  const entries = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined);
  if (entries.length > 0 && entries.every(([, value]) => value === '')) return redirectTo(url, 302);
  if (given.page === '1') return redirectTo(url + queryString(entries.filter(([name]) => name !== 'page')));
  return null;
}

/** `2` of `?page=2`, else 1. */
export function pageOf({ page }: { page?: string | undefined }): number {
  return page ? Number(page) : 1;
}

export function yearOf({ year }: { year?: string | undefined }): number | null {
  return year ? Number(year) : null;
}

/** What somebody typed as a day, and what it means. */
export interface DayInput {
  readonly typed: string;
  readonly day: string | null;
  /** A sentence for the field, when it is no day. */
  readonly problem: string | null;
}

/** Before and after these years nobody looks for anything, and the database's calendar ends somewhere. */
const YEARS = { first: '1900', last: '2999' };

/** BLOG-03: ISO or `dd/mm/yyyy`; what is neither is not applied, and says so. */
export function readDay(typed = ''): DayInput {
  const text = typed.replace(/\p{Cc}/gu, '').trim().slice(0, 40);
  if (text === '') return { typed: '', day: null, problem: null };
  const day = parseDay(text);
  if (day && day.slice(0, 4) >= YEARS.first && day.slice(0, 4) <= YEARS.last) return { typed: text, day, problem: null };
  return { typed: text, day: null, problem: 'This is not a date. Write it like 2025-02-28 or 28/02/2025.' };
}

/** Both days inclusive, as whole days of the zone (BLOG-03). */
export function rangeOfDays(zone: string, from: string | null, to: string | null): Range {
  return { from: from === null ? null : startOfDay(zone, from), until: to === null ? null : startOfDay(zone, nextDay(to)) };
}

export function rangeOfYear(zone: string, year: number | null): Range {
  return year === null ? { from: null, until: null } : rangeOfDays(zone, `${year}-01-01`, `${year}-12-31`);
}

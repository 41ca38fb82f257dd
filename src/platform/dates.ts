import { DateTime, IANAZone } from 'luxon';

/**
 * Every date that a reader sees is written here. A calendar day is the text `2025-03-15`: it has no time zone and is
 * never turned into an instant. Instants are Dates, and become days only together with a zone.
 */

/** `4 February 2025` */
export function formatDay(day: string): string {
  return parse(day).toFormat('d LLLL yyyy');
}

/** `Tuesday 4 February 2025` */
export function longDay(day: string): string {
  return parse(day).toFormat('cccc d LLLL yyyy');
}

/** `4 Feb 2025` */
export function shortDay(day: string): string {
  const date = parse(day);
  return `${date.day} ${shortMonth(date)} ${date.year}`;
}

/** `June 2022`, from a day or from `2022-06` */
export function formatMonth(day: string): string {
  return parse(day).toFormat('LLLL yyyy');
}

/** `15–21 March 2025`, `30 March – 5 April 2025`, `28 December 2025 – 3 January 2026`, or the one day. */
export function formatRange(start: string, end: string): string {
  return rangeText(dayRange(start, end));
}

/** Without the year, for lists under a heading of the year: `15–21 Mar`, `30 Mar – 5 Apr`. */
export function shortRange(start: string, end: string): string {
  return rangeText(shortDayRange(start, end));
}

/** The words of a range with both its days by themselves, for one `<time>` each. `iso` is the day. */
export interface DayRange {
  readonly start: { readonly iso: string; readonly text: string };
  /** Between both: `–` in one month, else ` – `. Empty for one day. */
  readonly between: string;
  /** Null: it is one day. */
  readonly end: { readonly iso: string; readonly text: string } | null;
}

/** The words of `formatRange`. */
export function dayRange(start: string, end: string): DayRange {
  const { sameDay, sameMonth, sameYear } = compare(start, end);
  if (sameDay) return { start: { iso: start, text: formatDay(start) }, between: '', end: null };
  const from = parse(start).toFormat(sameMonth ? 'd' : sameYear ? 'd LLLL' : 'd LLLL yyyy');
  return { start: { iso: start, text: from }, between: sameMonth ? '–' : ' – ', end: { iso: end, text: formatDay(end) } };
}

/** The words of `shortRange`. */
export function shortDayRange(start: string, end: string): DayRange {
  const { sameDay, sameMonth } = compare(start, end);
  const short = (day: string): string => `${parse(day).day} ${shortMonth(parse(day))}`;
  if (sameDay) return { start: { iso: start, text: short(start) }, between: '', end: null };
  const from = sameMonth ? String(parse(start).day) : short(start);
  return { start: { iso: start, text: from }, between: sameMonth ? '–' : ' – ', end: { iso: end, text: short(end) } };
}

function compare(start: string, end: string): { sameDay: boolean; sameMonth: boolean; sameYear: boolean } {
  const [from, to] = [parse(start), parse(end)];
  return { sameDay: from.hasSame(to, 'day'), sameMonth: from.hasSame(to, 'month'), sameYear: from.hasSame(to, 'year') };
}

function rangeText({ start, between, end }: DayRange): string {
  return start.text + between + (end?.text ?? '');
}

/** The calendar leaf of a range: `{ month: 'MAR', days: '15–21', year: '2025', iso: '2025-03-15' }`, across months `30–5`. */
export function dateBlock(start: string, end: string): { month: string; days: string; year: string; iso: string } {
  const [from, to] = [parse(start), parse(end)];
  return {
    month: shortMonth(from).toUpperCase(),
    days: from.hasSame(to, 'day') ? String(from.day) : `${from.day}–${to.day}`,
    year: from.toFormat('yyyy'),
    iso: start,
  };
}

/** The calendar day of an instant in a zone, as `2025-03-15`. An unknown zone counts as UTC. */
export function dayIn(zone: string, instant: Date): string {
  const local = DateTime.fromJSDate(instant).setZone(isZone(zone) ? zone : 'utc');
  return local.toFormat('yyyy-MM-dd');
}

/** `18:40`: what clocks in a zone show. An unknown zone counts as UTC. */
export function timeIn(zone: string, instant: Date): string {
  return DateTime.fromJSDate(instant).setZone(isZone(zone) ? zone : 'utc').toFormat('HH:mm');
}

/** The instant at which a day begins in a zone. */
export function startOfDay(zone: string, day: string): Date {
  return DateTime.fromISO(day, { zone: isZone(zone) ? zone : 'utc', locale: LOCALE }).startOf('day').toJSDate();
}

/** The day after: half-open ranges need it (`date < the day after the last`). */
export function nextDay(day: string): string {
  return parse(day).plus({ days: 1 }).toFormat('yyyy-MM-dd');
}

/** `UTC+7`, `UTC−3:30`, `UTC`: what a zone's clocks show at noon of a day. */
export function utcOffset(zone: string, day: string): string {
  const minutes = DateTime.fromISO(`${day}T12:00`, { zone, locale: LOCALE }).offset;
  if (minutes === 0) return 'UTC';
  const rest = Math.abs(minutes) % 60;
  return `UTC${minutes > 0 ? '+' : '−'}${Math.floor(Math.abs(minutes) / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/** `14 November 2026, 08:00`: what clocks in UTC show. */
export function formatUtc(instant: Date): string {
  return DateTime.fromJSDate(instant, { zone: 'utc' }).setLocale(LOCALE).toFormat('d LLLL yyyy, HH:mm');
}

/**
 * `UTC`, or a place in the IANA time zone database that this system knows. Luxon takes more, which other readers of the
 * name (PostgreSQL, calendars) do not know or read otherwise: `local`, `UTC+7`, and old aliases such as `VST`, `BST`,
 * which is Bangladesh here and Britain there, and `SystemV/AST4`. A list with one of them would be an error for everybody.
 */
export function isZone(zone: string): boolean {
  return PLACE_OR_UTC.test(zone) && IANAZone.isValidZone(zone);
}

const PLACE_OR_UTC = /^(?:UTC|(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Etc|Europe|Indian|Pacific)\/.+)$/i;

/** `America/New_York` → `New York` */
export function placeOf(zone: string): string {
  return zone.split('/').at(-1)!.replaceAll('_', ' ');
}

/**
 * What somebody typed as a day: `2025-03-15` or `15/03/2025` (content.md S-07). Undefined when it is no day of the calendar.
 */
export function parseDay(typed: string): string | undefined {
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed.trim());
  const iso = british ? `${british[3]}-${british[2]!.padStart(2, '0')}-${british[1]!.padStart(2, '0')}` : typed.trim();
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && DateTime.fromISO(iso, { zone: 'utc' }).isValid ? iso : undefined;
}

/** The site speaks British English, whatever the server's locale. */
const LOCALE = 'en-GB';

/** Three letters. What ICU calls short differs with its version: Sep here, Sept there. */
function shortMonth(date: DateTime): string {
  return date.toFormat('LLLL').slice(0, 3);
}

function parse(day: string): DateTime {
  return DateTime.fromISO(day, { zone: 'utc', locale: LOCALE });
}

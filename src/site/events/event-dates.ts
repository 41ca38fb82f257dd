import { dateBlock, dayIn, dayRange, formatRange, formatUtc, nextDay, shortDayRange, startOfDay, type DayRange } from '../../platform/dates';
import type { DateBlock, DateText } from '../../cms/pages/view-parts';

export type EventStatus = 'scheduled' | 'cancelled' | 'postponed';

/** What decides when an event is: from its content or from its row in lists. Days of the calendar at its place. */
export interface EventTime {
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly status: string;
  readonly timeZone: string | null;
}

export interface Now {
  readonly now: Date;
  /** Of the site: for events that name none. */
  readonly zone: string;
}

/** First and last day; null while they are not known. An end before the start counts as a slip of the pen (EV-01). */
export function daysOf({ startDate, endDate }: EventTime): { start: string; end: string } | null {
  const start = startDate ?? endDate;
  if (start === null) return null;
  return { start, end: endDate !== null && endDate > start ? endDate : start };
}

/** EV-02: its last day is past where it takes place. An event without a date is never over. */
export function isOver(event: EventTime, { now, zone }: Now): boolean {
  const days = daysOf(event);
  return days !== null && days.end < dayIn(event.timeZone ?? zone, now);
}

/** EV-09: cancelled ones leave the list; postponed ones stay, wherever their old dates lie. */
export function isUpcoming(event: EventTime, at: Now): boolean {
  if (event.status === 'cancelled') return false;
  return event.status === 'postponed' || !isOver(event, at);
}

/** For sorting: soonest first; those whose date is not known come last. */
export function byStart(at: Now): (one: EventTime, other: EventTime) => number {
  return (one, other) => startOf(one, at).localeCompare(startOf(other, at));
}

const AFTER_ALL_DATES = '9999-12-31';

function startOf(event: EventTime, at: Now): string {
  return announcedDays(event, at)?.start ?? AFTER_ALL_DATES;
}

/** An event that was postponed and whose old dates are over has none. */
function announcedDays(event: EventTime, at: Now): { start: string; end: string } | null {
  return event.status === 'postponed' && isOver(event, at) ? null : daysOf(event);
}

/** The leaf, the words for it, and the same with each day by itself. */
export function datesOf(event: EventTime, at: Now): { date: DateBlock | null; dateText: string; dates: DayRange | null } {
  const days = announcedDays(event, at);
  return days
    ? { date: dateBlock(days.start, days.end), dateText: formatRange(days.start, days.end), dates: dayRange(days.start, days.end) }
    : { date: null, dateText: 'Date to be announced', dates: null };
}

/** Under a heading of the year: "15–21 Mar". */
export function shortDates(event: EventTime): DayRange | null {
  const days = daysOf(event);
  return days && shortDayRange(days.start, days.end);
}

/**
 * From the first midnight to the last by the clocks of its place, as clocks in UTC show them: for those who take part
 * from elsewhere. Null where both are the same, or one of them is not known.
 */
export function utcSpanOf(event: EventTime, at: Now): { start: DateText; end: DateText } | null {
  const days = announcedDays(event, at);
  if (!days || event.timeZone === null) return null;
  const [start, end] = [startOfDay(event.timeZone, days.start), startOfDay(event.timeZone, nextDay(days.end))];
  const same = start.getTime() === startOfDay('UTC', days.start).getTime() && end.getTime() === startOfDay('UTC', nextDay(days.end)).getTime();
  return same ? null : { start: utcText(start), end: utcText(end) };
}

function utcText(instant: Date): DateText {
  return { iso: instant.toISOString().replace(/:00\.000Z$/, 'Z'), text: formatUtc(instant) };
}

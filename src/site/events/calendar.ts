import { writeCalendar, type CalendarEvent } from '../../platform/calendar';
import type { RawAnswer } from '../../cms/page-type';
import type { Site } from '../../cms/sites/site';
import { rowUrl } from '../listings/row';
import { absolute } from '../structured-data';
import { attendanceOf } from './event-place';
import type { CalendarRow } from './queries';

/** What a calendar is about. Addresses are root-relative. */
export interface CalendarPage {
  readonly name: string;
  readonly url: string;
  readonly calendarUrl: string;
}

/** The public events with a date as iCalendar (EV-05, external-data.md 5.3). */
export function calendarAnswer(site: Site, { name, url, calendarUrl }: CalendarPage, rows: readonly CalendarRow[]): RawAnswer {
  const body = writeCalendar({
    name, publisher: site.name, url: absolute(site, url), sourceUrl: absolute(site, calendarUrl),
    events: rows.map((row) => calendarEvent(site, row)),
  });
  return { contentType: 'text/calendar', body };
}

/** For calendars that subscribe to an address: `webcal:` in place of `https:`. */
export function webcalUrl(site: Site, calendarUrl: string): string {
  return absolute(site, calendarUrl).replace(/^https?:/, 'webcal:');
}

function calendarEvent(site: Site, row: CalendarRow): CalendarEvent {
  const { status, online } = row.facts;
  return {
    uid: `event-${row.pageId}@${new URL(site.baseUrl).hostname}`,
    sequence: row.version,
    changed: row.lastPublishedAt,
    summary: row.title,
    description: [CALENDAR_WORDS[String(status)], row.summary, attendanceOf(String(online))].filter(Boolean).join('\n\n') || null,
    location: row.place,
    url: absolute(site, rowUrl(row)),
    status: STATUS[String(status)] ?? 'confirmed',
    firstDay: row.startDate,
    lastDay: row.endDate,
  };
}

const STATUS: Readonly<Record<string, CalendarEvent['status']>> = { cancelled: 'cancelled', postponed: 'tentative' };
/** Not every calendar shows a status. */
const CALENDAR_WORDS: Readonly<Record<string, string>> = { cancelled: 'This event is cancelled.', postponed: 'This event is postponed.' };

import ICAL from 'ical.js';
import { writeCalendar, type Calendar, type CalendarEvent } from '../../src/platform/calendar';

const event: CalendarEvent = {
  uid: 'event-7@www.example.org', sequence: 4, changed: new Date('2026-01-12T15:00:00Z'), summary: 'IETF 124 Montreal', description: null,
  location: 'Montreal, Canada', url: 'https://www.example.org/meeting/124/', status: 'confirmed', firstDay: '2025-11-01', lastDay: '2025-11-07',
};
const calendar: Calendar = {
  name: 'Meetings', publisher: 'IETF', url: 'https://www.example.org/meeting/', sourceUrl: 'https://www.example.org/meeting/events.ics', events: [event],
};
const written = (...events: Partial<CalendarEvent>[]): string => writeCalendar({ ...calendar, events: events.map((one) => ({ ...event, ...one })) });
const parsed = (text: string): ICAL.Component[] => new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
const only = (text: string): ICAL.Event => new ICAL.Event(parsed(text)[0]);

const LONG = 'Größe, “Maß” und Gewicht; 会議の日程 🗓️ \\ zwei\nZeilen '.repeat(12);

test('every line ends in CRLF and has at most 75 octets, and no character is cut in two', () => {
  const bytes = Buffer.from(written({ summary: LONG, description: LONG, location: LONG }));
  const lines = bytes.toString('latin1').split('\r\n');
  expect(lines.pop()).toBe('');
  expect(lines.filter((line) => line.length > 75)).toEqual([]);
  expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
  expect(lines.length).toBeGreaterThan(40);
  expect(() => lines.map((line) => new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(line, 'latin1')))).not.toThrow();
});

test('a parser of others reads what was meant: commas, semicolons, backslashes, line breaks, any script', () => {
  const read = only(written({ summary: LONG, description: LONG, location: 'Room 1; floor\\2, “Süd”' }));
  expect(read.summary).toBe(LONG);
  expect(read.description).toBe(LONG);
  expect(read.location).toBe('Room 1; floor\\2, “Süd”');
});

test('what could begin a line of its own stays text, and control characters go', () => {
  const text = written({ summary: 'Mine\r\nEND:VEVENT\r\nBEGIN:VEVENT\u0007\u0000' });
  expect(parsed(text)).toHaveLength(1);
  expect(only(text).summary).toBe('Mine\nEND:VEVENT\nBEGIN:VEVENT');
  const named = writeCalendar({ ...calendar, name: 'Mine, yours\r\nX-EVIL:1', publisher: 'A\r\nX-EVIL:2' });
  expect(named).not.toMatch(/^X-EVIL/m);
  expect(named).toContain('\r\nX-WR-CALNAME:Mine\\, yours X-EVIL:1\r\n');
});

test('days are days: no hour, no zone, and the end is the day after the last', () => {
  const text = written({});
  expect(text).toContain('\r\nDTSTART;VALUE=DATE:20251101\r\n');
  expect(text).toContain('\r\nDTEND;VALUE=DATE:20251108\r\n');
  expect(text).not.toContain('TZID');
  expect(only(text).startDate.isDate).toBe(true);
});

test('an event of one day ends on the next, also at the end of a year', () => {
  expect(only(written({ firstDay: '2025-12-31', lastDay: '2025-12-31' })).endDate.toString()).toBe('2026-01-01');
});

test('its stamps are those of the event, never of the clock, so the same events make the same bytes', () => {
  expect(written({})).toBe(written({}));
  const component = parsed(written({}))[0]!;
  expect(String(component.getFirstPropertyValue('dtstamp'))).toBe('2026-01-12T15:00:00Z');
  expect(String(component.getFirstPropertyValue('last-modified'))).toBe('2026-01-12T15:00:00Z');
  expect(component.getFirstPropertyValue('sequence')).toBe(4);
});

test.each([['confirmed', 'CONFIRMED'], ['tentative', 'TENTATIVE'], ['cancelled', 'CANCELLED']] as const)('an event that is %s has the status %s', (status, word) => {
  expect(parsed(written({ status }))[0]!.getFirstPropertyValue('status')).toBe(word);
});

test('an address stays an address', () => {
  const component = parsed(written({ url: 'https://www.example.org/a,b;c/?d=1' }))[0]!;
  expect(component.getFirstPropertyValue('url')).toBe('https://www.example.org/a%2Cb%3Bc/?d=1');
});

test('the calendar says its name, where it is and how often to look', () => {
  const root = new ICAL.Component(ICAL.parse(written({})) as unknown[]);
  const value = (name: string): string => String(root.getFirstPropertyValue(name));
  expect([value('version'), value('method'), value('x-wr-calname'), value('refresh-interval')]).toEqual(['2.0', 'PUBLISH', 'Meetings', 'P1D']);
  expect(value('source')).toBe('https://www.example.org/meeting/events.ics');
});

test('a calendar without events is one', () => {
  expect(parsed(written())).toEqual([]);
  expect(written().endsWith('\r\nEND:VCALENDAR\r\n')).toBe(true);
});

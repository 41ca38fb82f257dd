import ical, { ICalCalendarMethod, ICalEvent, ICalEventClass, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { nextDay } from './dates';

/** A calendar of whole days, as RFC 5545 writes it. Addresses are absolute. */
export interface Calendar {
  readonly name: string;
  /** Whose product it is: part of PRODID. */
  readonly publisher: string;
  /** The page that it belongs to. */
  readonly url: string;
  /** Its own address. */
  readonly sourceUrl: string;
  readonly events: readonly CalendarEvent[];
}

export interface CalendarEvent {
  /** The same for ever: readers of the calendar know the event by it. */
  readonly uid: string;
  /** Grows with every change. */
  readonly sequence: number;
  readonly changed: Date;
  readonly summary: string;
  readonly description: string | null;
  readonly location: string | null;
  readonly url: string;
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  /** ISO days, both belong to the event. */
  readonly firstDay: string;
  readonly lastDay: string;
}

/** How often readers of a calendar are asked to look again, in seconds. */
const ONE_DAY = 86_400;
const END = 'END:VCALENDAR';

/**
 * The text of a calendar: nothing in it comes from the clock, so it stays the same until an event changes.
 * https://www.rfc-editor.org/rfc/rfc5545, with NAME, SOURCE and REFRESH-INTERVAL of RFC 7986.
 */
export function writeCalendar({ name, publisher, url, sourceUrl, events }: Calendar): string {
  const calendar = ical({
    name: escaped(name), prodId: { company: plain(publisher), product: 'Website', language: 'EN' }, scale: 'GREGORIAN',
    method: ICalCalendarMethod.PUBLISH, ttl: ONE_DAY, url, source: sourceUrl,
  });
  const frame = calendar.toString().slice(0, -END.length);
  // Folded here: the generator takes seconds for some thousand events.
  const lines = events.flatMap((event) => new ICalEvent(dataOf(event), calendar).toString().split('\r\n')).filter((line) => line !== '').map(folded);
  return `${[frame + lines.join('\r\n'), END].join(lines.length > 0 ? '\r\n' : '')}\r\n`;
}

function dataOf(event: CalendarEvent): ConstructorParameters<typeof ICalEvent>[0] {
  return {
    id: event.uid,
    sequence: event.sequence,
    stamp: event.changed,
    lastModified: event.changed,
    allDay: true,
    start: midnight(event.firstDay),
    end: midnight(nextDay(event.lastDay)), // exclusive
    summary: text(event.summary),
    description: event.description === null ? null : { plain: text(event.description) },
    location: event.location === null ? null : { title: text(event.location) },
    url: uri(event.url),
    status: STATUS[event.status],
    class: ICalEventClass.PUBLIC,
    transparency: ICalEventTransparency.OPAQUE,
  };
}

const STATUS = { confirmed: ICalEventStatus.CONFIRMED, tentative: ICalEventStatus.TENTATIVE, cancelled: ICalEventStatus.CANCELLED };

/** The generator writes the day that a Date is in UTC, wherever the server stands. */
function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The generator escapes what has a meaning in texts, but lets control characters pass, which may not stand there. */
function text(value: string): string {
  return value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
}

function plain(value: string): string {
  return text(value).replace(/[\r\n\t]+/g, ' ');
}

/** For the calendar's own name, which the generator prints as it is. */
function escaped(value: string): string {
  return plain(value).replace(/[\\;,]/g, '\\$&');
}

/** The generator escapes addresses like texts, which RFC 5545 does not want: with these encoded there is nothing to escape. */
function uri(url: string): string {
  return url.replace(/[,;\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

const MOST_OCTETS = 75;

/** RFC 5545, section 3.1: no line is longer than 75 octets; what goes on begins with a space. Characters stay whole. */
function folded(line: string): string {
  const octets = Buffer.from(line);
  const lines: string[] = [];
  let start = 0;
  while (start < octets.length) {
    let end = start + (lines.length === 0 ? MOST_OCTETS : MOST_OCTETS - 1);
    while (isInside(octets[end])) end -= 1;
    lines.push(octets.toString('utf8', start, end));
    start = end;
  }
  return lines.join('\r\n ');
}

/** UTF-8: an octet that no character begins with. */
function isInside(octet: number | undefined): boolean {
  return octet !== undefined && (octet & 0xc0) === 0x80;
}

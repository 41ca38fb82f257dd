import { DateTime } from 'luxon';
import { isZone } from './dates';

/** An instant as an `<input type="datetime-local">` of somebody in the zone: `2026-11-22T18:40`, with seconds where there are some. */
export function localTime(zone: string, instant: Date): string {
  const time = DateTime.fromJSDate(instant, { zone: isZone(zone) ? zone : 'utc' });
  return time.toFormat(time.second === 0 ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd'T'HH:mm:ss");
}

/**
 * The way back. Of a time that clocks show twice it is one of both; one that they skip is moved on by the gap.
 * Undefined when it is no time, or there is no such zone.
 */
export function instantOfLocal(zone: string, local: string): Date | undefined {
  if (!isZone(zone) || !/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(local.trim())) return undefined;
  const time = DateTime.fromISO(local.trim().replace(' ', 'T'), { zone });
  return time.isValid ? time.toJSDate() : undefined;
}

/**
 * All instants at which clocks in a zone show this, the first of them first: two in the night that summer time ends, none for an
 * hour that they leave out. `day`: `2026-11-24`, `time`: `09:00`. Undefined when it is no day of the calendar.
 */
export function instantsAt(zone: string, day: string, time: string): Date[] | undefined {
  const local = DateTime.fromISO(`${day}T${time}`, { zone });
  if (!local.isValid) return undefined;
  if (local.toFormat('HH:mm') !== time) return [];
  return local.getPossibleOffsets().map((one) => one.toJSDate()).sort((a, b) => a.getTime() - b.getTime());
}

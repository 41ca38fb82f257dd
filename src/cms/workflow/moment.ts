import { DateTime } from 'luxon';
import { Unprocessable } from '../../platform/http/errors';

const LOCALE = 'en-GB';

/**
 * The instant at which clocks in a zone show this. Where they show it twice, in the night that summer time ends, the first time.
 * `day`: `2026-11-24`, `time`: `09:00`, `zone`: an IANA name that is known.
 * @throws Unprocessable for an hour that clocks there leave out
 */
export function momentIn(zone: string, day: string, time: string): Date {
  const local = DateTime.fromISO(`${day}T${time}`, { zone });
  if (!local.isValid) throw new Unprocessable([{ field: 'date', message: 'This is no day of the calendar.' }]);
  if (local.toFormat('HH:mm') !== time) {
    throw new Unprocessable([{ field: 'time', message: `Clocks in ${placeOf(zone)} go forward on that day and leave out ${time}: choose another time.` }]);
  }
  return earliest(local).toJSDate();
}

/** `Tue 24 Nov, 09:00`; another year than this one is said. */
export function shortMoment(zone: string, instant: Date, now: Date): string {
  const local = DateTime.fromJSDate(instant, { zone }).setLocale(LOCALE);
  const year = local.year === DateTime.fromJSDate(now, { zone }).year ? '' : ` ${local.year}`;
  return `${local.toFormat('ccc d')} ${local.toFormat('LLLL').slice(0, 3)}${year}, ${local.toFormat('HH:mm')}`;
}

/** `Tuesday 24 November 2026, 17:00 UTC` */
export function longUtc(instant: Date): string {
  return `${DateTime.fromJSDate(instant, { zone: 'utc' }).setLocale(LOCALE).toFormat('cccc d LLLL yyyy, HH:mm')} UTC`;
}

/** What the two fields of a form show: day and time in a zone. */
export function fieldsOf(zone: string, instant: Date): { date: string; time: string } {
  const local = DateTime.fromJSDate(instant, { zone });
  return { date: local.toFormat('yyyy-MM-dd'), time: local.toFormat('HH:mm') };
}

/** Tomorrow morning: what the form suggests. */
export function suggestedMoment(zone: string, now: Date): { date: string; time: string } {
  const tomorrow = DateTime.fromJSDate(now, { zone }).plus({ days: 1 }).set({ hour: 9, minute: 0 });
  return { date: tomorrow.toFormat('yyyy-MM-dd'), time: '09:00' };
}

/** `America/New_York` → `New York` */
export function placeOf(zone: string): string {
  return zone.split('/').at(-1)!.replaceAll('_', ' ');
}

/** Luxon takes one of the two; the other is an hour away (half an hour on Lord Howe Island). */
function earliest(local: DateTime): DateTime {
  return local.getPossibleOffsets().reduce((first, other) => (other < first ? other : first));
}

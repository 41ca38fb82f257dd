import { dayIn, nextDay, placeOf, timeIn } from '../../platform/dates';
import { Unprocessable } from '../../platform/http/errors';
import { instantsAt } from '../../platform/local-time';

/**
 * The instant at which clocks in a zone show this. Where they show it twice, in the night that summer time ends, the first time.
 * `day`: `2026-11-24`, `time`: `09:00`, `zone`: an IANA name that is known.
 * @throws Unprocessable for an hour that clocks there leave out
 */
export function momentIn(zone: string, day: string, time: string): Date {
  const instants = instantsAt(zone, day, time);
  if (!instants) throw new Unprocessable([{ field: 'date', message: 'This is no day of the calendar.' }]);
  const [first] = instants;
  if (!first) throw new Unprocessable([{ field: 'time', message: `Clocks in ${placeOf(zone)} go forward on that day and leave out ${time}: choose another time.` }]);
  return first;
}

/** What the two fields of a form show: day and time in a zone. */
export function fieldsOf(zone: string, instant: Date): { date: string; time: string } {
  return { date: dayIn(zone, instant), time: timeIn(zone, instant) };
}

/** Tomorrow morning: what the form suggests. */
export function suggestedMoment(zone: string, now: Date): { date: string; time: string } {
  return { date: nextDay(dayIn(zone, now)), time: '09:00' };
}

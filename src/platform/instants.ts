import { dayIn, longDay, shortDay, shortRange, timeIn } from './dates';

/** `22 Nov 2026, 17:40 UTC`: a moment as staff read it. */
export function formatInstant(instant: Date): string {
  return `${shortDay(dayIn('utc', instant))}, ${formatTime(instant)}`;
}

/** `22 Nov 2026, 18:40 (17:40 UTC)`: the same in the reader's own time zone, with UTC beside it. In UTC it is said once. */
export function instantIn(zone: string, instant: Date): string {
  const [day, time] = [shortDay(dayIn(zone, instant)), timeIn(zone, instant)];
  return time === timeIn('utc', instant) ? formatInstant(instant) : `${day}, ${time} (${formatTime(instant)})`;
}

/** `Tue 24 Nov, 09:00` in a zone, for a button; another year than this one is said. */
export function shortMoment(zone: string, instant: Date, now: Date): string {
  const day = dayIn(zone, instant);
  const isThisYear = day.slice(0, 4) === dayIn(zone, now).slice(0, 4);
  return `${longDay(day).slice(0, 3)} ${isThisYear ? shortRange(day, day) : shortDay(day)}, ${timeIn(zone, instant)}`;
}

/** `Tuesday 24 November 2026, 17:00 UTC` */
export function longUtc(instant: Date): string {
  return `${longDay(dayIn('utc', instant))}, ${formatTime(instant)}`;
}

/** `17:40 UTC` */
export function formatTime(instant: Date): string {
  return `${instant.toISOString().slice(11, 16)} UTC`;
}

/** `in 40 seconds`, `in 14 minutes`, `in 3 hours`: rounded up, so that it is never too early. */
export function formatWait(seconds: number): string {
  const [count, unit] = seconds < 100 ? [seconds, 'second'] : seconds < 6_000 ? [seconds / 60, 'minute'] : [seconds / 3_600, 'hour'];
  const whole = Math.ceil(count);
  return `in ${whole} ${unit}${whole === 1 ? '' : 's'}`;
}

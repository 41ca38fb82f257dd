import { dayIn, shortDay, timeIn } from './dates';

/** `22 Nov 2026, 17:40 UTC`: a moment as staff read it. */
export function formatInstant(instant: Date): string {
  return `${shortDay(dayIn('utc', instant))}, ${formatTime(instant)}`;
}

/** `22 Nov 2026, 18:40 (17:40 UTC)`: the same in the reader's own time zone, with UTC beside it. In UTC it is said once. */
export function instantIn(zone: string, instant: Date): string {
  const [day, time] = [shortDay(dayIn(zone, instant)), timeIn(zone, instant)];
  return time === timeIn('utc', instant) ? formatInstant(instant) : `${day}, ${time} (${formatTime(instant)})`;
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

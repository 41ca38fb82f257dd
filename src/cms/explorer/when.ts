import { dayIn, nextDay, shortDay, timeIn } from '../../platform/dates';
import { instantIn } from '../../platform/instants';

/** A moment in a list: short to look at, in full for who asks. */
export interface When {
  readonly iso: string;
  /** `Today 08:51`, `Yesterday 14:10`, `3 Nov 2026` */
  readonly text: string;
  /** `22 Nov 2026, 09:51 (08:51 UTC)` */
  readonly full: string;
}

export function whenIn(zone: string, instant: Date, now: Date): When {
  const day = dayIn(zone, instant);
  const today = dayIn(zone, now);
  const near = day === today ? 'Today' : nextDay(day) === today ? 'Yesterday' : null;
  return { iso: instant.toISOString(), text: near ? `${near} ${timeIn(zone, instant)}` : shortDay(day), full: instantIn(zone, instant) };
}

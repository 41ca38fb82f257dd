import { placeOf } from '../../platform/dates';
import { Unprocessable } from '../../platform/http/errors';
import { longUtc, shortMoment } from '../../platform/instants';
import { momentIn } from './moment';
import type { MomentFields } from './views';

export interface TypedMoment {
  readonly date: string;
  readonly time: string;
  readonly zone: string;
}

/** The person's own zone first, then UTC and the site's. */
export function momentFields(typed: TypedMoment, own: string, siteZone: string): MomentFields {
  const zones = [...new Set([own, 'UTC', siteZone, typed.zone])];
  return { ...typed, zones: zones.map((zone) => ({ zone, label: zone === own ? `${placeOf(zone)} (yours)` : placeOf(zone) })) };
}

/** @throws Unprocessable when a field is empty, or clocks do not show it */
export function typedMoment({ date, time, zone }: TypedMoment): Date {
  const problems = [
    ...(date === '' ? [{ field: 'date', message: 'A day is needed.' }] : []),
    ...(time === '' ? [{ field: 'time', message: 'A time is needed.' }] : []),
  ];
  if (problems.length > 0) throw new Unprocessable(problems);
  return momentIn(zone, date, time);
}

/** What the fields mean, or null while they mean nothing. */
export function momentWords(typed: TypedMoment, now: Date): { short: string; utc: string } | null {
  try {
    const instant = typedMoment(typed);
    return { short: shortMoment(typed.zone, instant, now), utc: longUtc(instant) };
  } catch (error) {
    if (error instanceof Unprocessable) return null;
    throw error;
  }
}

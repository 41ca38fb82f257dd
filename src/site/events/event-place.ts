import { isZone, utcOffset } from '../../platform/dates';

const COUNTRIES = new Intl.DisplayNames(['en-GB'], { type: 'region' });

/** "Bangkok, Thailand", "Online"; the short name given for cards wins. Null when nothing is known. */
export function placeOf({ place, city, country, online }: { place: string | null; city: string | null; country: string | null; online: string }): string | null {
  const written = [city, countryName(country)].filter((part) => part !== null).join(', ');
  return place ?? (written || (online === 'only' ? 'Online' : null));
}

/** "Thailand" for TH; the code itself where it is no country's. */
export function countryName(code: string | null): string | null {
  if (code === null) return null;
  return /^[A-Z]{2}$/.test(code) ? COUNTRIES.of(code) ?? code : code;
}

const ATTENDANCE: Readonly<Record<string, string>> = { hybrid: 'In the room and online', only: 'Online only', no: 'In the room' };

export function attendanceOf(online: string): string | null {
  return ATTENDANCE[online] ?? null;
}

/** What lists say of an event that nobody can travel to; null where its place says it already. */
export function onlineWords(online: string, place: string | null): string | null {
  return online === 'only' && !/^online\b/i.test(place ?? '') ? 'Online only' : null;
}

/**
 * "Asia/Bangkok, UTC+7"; where clocks change during the event "America/New_York, UTC−5, from the change of clocks UTC−4".
 * Null when no zone is known.
 */
export function zoneText(zone: string | null, days: { start: string; end: string } | null): string | null {
  if (zone === null || !isZone(zone)) return null;
  if (days === null) return zone;
  const [first, last] = [utcOffset(zone, days.start), utcOffset(zone, days.end)];
  return `${zone}, ${first}${last === first ? '' : `, from the change of clocks ${last}`}`;
}

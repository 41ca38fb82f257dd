import { isZone, utcOffset } from '../../platform/dates';

const COUNTRIES = new Intl.DisplayNames(['en-GB'], { type: 'region' });

/** "Bangkok, Thailand"; the short name given for cards wins. Null when nothing is known. */
export function placeOf({ place, city, country }: { place: string | null; city: string | null; country: string | null }): string | null {
  const written = [city, countryName(country)].filter((part) => part !== null).join(', ');
  return place ?? (written === '' ? null : written);
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

/** "Asia/Bangkok, UTC+7", with the clocks of the first day. Null when no zone is known. */
export function zoneText(zone: string | null, day: string | null): string | null {
  if (zone === null || !isZone(zone)) return null;
  return day === null ? zone : `${zone}, ${utcOffset(zone, day)}`;
}

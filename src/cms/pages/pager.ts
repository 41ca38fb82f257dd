import { z } from 'zod';
import type { Pager } from './view-parts';

/** `?page=2`: a positive whole number, else there is no such page (LIST-01). 1 when it is not asked for. */
export const pageNumber = z.string().regex(/^[1-9]\d{0,4}$/).transform(Number).default(1);

/** Names and values of a list's address, in the order in which every link prints them (URL-03). Null and '' are left out. */
export type ListQuery = readonly (readonly [name: string, value: string | number | null])[];

/** `?topic=security&page=2`, or '' when nothing is asked. Slashes stay as people write them in dates (RFC 3986, section 3.4). */
export function queryString(query: ListQuery): string {
  const given = query.filter(([, value]) => value !== null && value !== '').map(([name, value]) => [name, String(value)]);
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString().replaceAll('%2F', '/')}`;
}

export interface PagerOptions {
  /** The list's own address. */
  readonly url: string;
  /** Its filters, without the page. */
  readonly query: ListQuery;
  readonly page: number;
  readonly total: number;
  readonly size: number;
}

/** How many pages a list of so many entries has; an empty one has one. */
export function countPages(total: number, size: number): number {
  return Math.max(1, Math.ceil(total / size));
}

/** The first, the last, and two on either side of the current one; null for a list of one page. */
export function pagerOf({ url, query, page, total, size }: PagerOptions): Pager | null {
  const last = countPages(total, size);
  if (last === 1) return null;
  const urlOf = (number: number): string => url + queryString([...query, ['page', number === 1 ? null : number]]);
  const shown = [...new Set([1, page - 2, page - 1, page, page + 1, page + 2, last])].filter((number) => number >= 1 && number <= last);
  const pages = shown.flatMap((number, index) => {
    const gap = index > 0 && number - shown[index - 1]! > 1;
    return [...(gap ? [null] : []), { number, url: urlOf(number), current: number === page }];
  });
  return { pages, previous: page > 1 ? urlOf(page - 1) : null, next: page < last ? urlOf(page + 1) : null };
}

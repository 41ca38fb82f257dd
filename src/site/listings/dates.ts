import { dayIn, formatDay } from '../../platform/dates';
import type { LivePage } from '../../cms/pages/page';
import type { DateText } from '../../cms/pages/view-parts';

/** BLOG-01: the date given by hand, else that of the first publication. */
export function dateOf(publishedOn: string | null, page: Pick<LivePage, 'firstPublishedAt'>): Date {
  return publishedOn === null ? page.firstPublishedAt : new Date(publishedOn);
}

export function dateText(day: string): DateText {
  return { iso: day, text: formatDay(day) };
}

const DAY = 86_400_000;

/**
 * "Last changed", only when readers should know (P-19): the day given by hand, or a publication more than a day after
 * the first one. An old date given by hand alone is no change: imported posts were published here years later.
 */
export function updatedText(date: Date, page: Pick<LivePage, 'common' | 'firstPublishedAt' | 'lastPublishedAt'>, zone: string): DateText | null {
  const { updatedOn } = page.common;
  if (updatedOn !== null) return Date.parse(updatedOn) - Date.parse(dayIn(zone, date)) > DAY ? dateText(updatedOn) : null;
  return page.lastPublishedAt.getTime() - page.firstPublishedAt.getTime() > DAY ? dateText(dayIn(zone, page.lastPublishedAt)) : null;
}

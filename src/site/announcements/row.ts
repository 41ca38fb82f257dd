import { dayIn } from '../../platform/dates';
import { dateText } from '../listings/dates';
import type { NamedRow } from '../listings/queries';
import { rowUrl } from '../listings/row';
import type { AnnouncementRow } from './views';

/** An announcement in a list; `zone` is the site's, whose day the date names. */
export function announcementRow(row: NamedRow, zone: string): AnnouncementRow {
  return { title: row.title, url: rowUrl(row), date: dateText(dayIn(zone, row.date)), text: row.summary };
}

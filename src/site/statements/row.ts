import { dayIn } from '../../platform/dates';
import type { DateText } from '../../cms/pages/view-parts';
import { dateText } from '../listings/dates';
import type { NamedRow } from '../listings/queries';
import { rowUrl, termsOf } from '../listings/row';
import type { StatementRow } from './views';

const STATUS: Readonly<Record<string, string>> = { superseded: 'Superseded', archived: 'Archived' };

/** A statement in the table; `zone` is the site's, whose day the date names. */
export function statementRow(row: NamedRow, zone: string): StatementRow {
  const topics = termsOf(row, 'topic').map(({ name }) => ({ text: name, url: null }));
  return { ...olderRow(row, zone), status: STATUS[row.status] ?? null, topics };
}

export function olderRow(row: NamedRow, zone: string): { title: string; url: string; date: DateText } {
  return { title: row.title, url: rowUrl(row), date: dateText(dayIn(zone, row.date)) };
}

import { dayIn } from '../../platform/dates';
import { queryString } from '../../cms/pages/pager';
import type { DateText } from '../../cms/pages/view-parts';
import { dateText } from '../listings/dates';
import type { NamedRow } from '../listings/queries';
import { rowUrl, termsOf } from '../listings/row';
import type { StatementRow } from './views';

/** What a page's status may be (content.md P-20). */
export const STATUSES = ['current', 'superseded', 'archived'] as const;

const WORDS: Readonly<Record<string, string>> = { current: 'In force', superseded: 'Superseded', archived: 'Archived' };

export function statusWord(status: string): string {
  return WORDS[status] ?? status;
}

/** A statement in the table; `zone` is the site's, whose day the date names. */
export function statementRow(row: NamedRow, { zone, index }: { zone: string; index: string }): StatementRow {
  const topics = termsOf(row, 'topic').map(({ name, key }) => ({ text: name, url: statementsAbout(index, key) }));
  return { ...datedRow(row, zone), status: statusWord(row.status), inForce: row.status === 'current', topics };
}

export function datedRow(row: NamedRow, zone: string): { title: string; url: string; date: DateText } {
  return { title: row.title, url: rowUrl(row), date: dateText(dayIn(zone, row.date)) };
}

/** The list of a body's statements on one topic. */
export function statementsAbout(index: string, topic: string): string {
  return index + queryString([['topic', topic]]);
}

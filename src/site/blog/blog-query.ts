import { z } from 'zod';
import type { Db } from '../../platform/db/connect';
import { redirectTo, type Redirect } from '../../cms/page-type';
import { datedQuery, topicText } from '../listings/list-query';
import { queryString, type ListQuery } from '../listings/pager';
import { topicUrl } from './addresses';
import { findTopic } from './queries';

/** How lists were filtered until 2019 (BLOG-04, BLOG-05); our own form sends `topic`, too. */
const oldNames = { primary_topic: z.string().optional(), topic: topicText, secondary_topic: topicText };

/** What the blog, its topics' lists and, for the sake of old links, its posts know. */
export const blogQuery = z.object({ ...oldNames, ...datedQuery });

export type BlogQuery = z.output<typeof blogQuery>;

/**
 * The topic's own list for a topic in the query, dates as they were written. `topic` wins over `secondary_topic`, which was only ever a number.
 * Null: there is no such topic, hence a 404. Undefined: the query names none.
 */
export async function topicRedirect(db: Db, blog: string, { topic, secondary_topic: second, ...query }: BlogQuery): Promise<Redirect | null | undefined> {
  const asked = topic || second;
  if (!asked) return undefined;
  const found = !topic && !/^\d+$/.test(asked) ? undefined : await findTopic(db, asked);
  return found ? redirectTo(topicUrl(blog, found.key) + queryString(datesOf(query))) : null;
}

function datesOf({ year, date_from: from, date_to: to }: Pick<BlogQuery, 'year' | 'date_from' | 'date_to'>): ListQuery {
  return [['year', year ?? null], ['date_from', from ?? null], ['date_to', to ?? null]];
}

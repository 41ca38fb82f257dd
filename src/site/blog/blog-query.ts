import { z } from 'zod';
import type { Db } from '../../platform/db/connect';
import { redirectTo, type Redirect } from '../../cms/page-type';
import { queryString, type ListQuery } from '../../cms/pages/pager';
import { datedQuery, topicText } from '../listings/list-query';
import { topicUrl } from './addresses';
import { findTopic } from './queries';

/** How lists were filtered until 2019 (BLOG-04, BLOG-05); our own form sends `topic`, too. */
const oldNames = { primary_topic: z.string().optional(), topic: topicText, secondary_topic: topicText };

/** What the blog and its topics' lists know. */
export const blogQuery = z.object({ ...oldNames, ...datedQuery });

/** What old links have on posts. A post is there whatever else is asked: what cannot be meant is left out. */
export const postQuery = z.object({
  topic: topicText.catch(undefined),
  secondary_topic: topicText.catch(undefined),
  year: datedQuery.year.catch(undefined),
  date_from: datedQuery.date_from.catch(undefined),
  date_to: datedQuery.date_to.catch(undefined),
});

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

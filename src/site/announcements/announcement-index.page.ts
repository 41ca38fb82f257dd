import { z } from 'zod';
import { encodePath } from '../../cms/addresses/path';
import type { Feed } from '../../cms/feeds/feed';
import { feedLinks } from '../../cms/feeds/feed-link';
import { feedRoutes } from '../../cms/feeds/feed-routes';
import type { ContentOf } from '../../cms/field';
import { optional } from '../../cms/fields/optional';
import { text } from '../../cms/fields/text';
import { NO_LISTING, pageType, view, type Answer, type ShowContext } from '../../cms/page-type';
import { urlOf } from '../../cms/pages/page';
import { pagerOf, queryString } from '../../cms/pages/pager';
import { FEED_SIZE, feedItem, feedTitle } from '../listings/feed';
import { datedQuery, pageOf, tidied } from '../listings/list-query';
import { EVERYTHING, listDatedPage } from '../listings/queries';
import { announcementRow } from './row';

/** LIST-01 */
const SIZE = 20;

const fields = { introduction: optional(text({ label: 'Introduction', max: 255, required: true, multiline: true, weight: 'B' })) };

const query = z.object({ page: datedQuery.page });

type Context = ShowContext<ContentOf<typeof fields>>;

/** content.md 4.12 */
export const announcementIndexPage = pageType({
  key: 'announcement-index',
  label: 'List of announcements',
  description: 'Short, dated announcements, newest first.',
  fields,
  version: 1,
  parents: 'any',
  children: ['announcement'],
  listing: ({ introduction }) => ({ ...NO_LISTING, introduction }),
  query,
  show: showAnnouncements,
  feeds: ({ title, url }) => feedLinks({ title, url: `${url}feed/` }),
  routes: feedRoutes('feed/', feedOfAnnouncements),
  example: { introduction: 'What was decided and what changes, in a few lines each.' },
});

async function showAnnouncements(context: Context): Promise<Answer> {
  const { db, now, site, page: index, content } = context;
  const url = urlOf(encodePath(index.path));
  const given = query.parse(context.query);
  const tidy = tidied(url, given);
  if (tidy) return tidy;

  const page = pageOf(given);
  const { rows, total } = await listDatedPage(db, { siteId: site.id, type: 'announcement', parentId: index.id, now, gateId: index.gateId }, EVERYTHING, { page, size: SIZE });
  if (page > 1 && rows.length === 0) return null;
  return view('announcements/index', {
    introduction: content.introduction,
    count: `${total} ${total === 1 ? 'announcement' : 'announcements'}`,
    announcements: rows.map((row) => announcementRow(row, site.timeZone)),
    pager: pagerOf({ url, query: [], page, total, size: SIZE }),
    feedUrl: `${url}feed/`,
  }, {
    description: page === 1 ? null : `Page ${page}: ${index.title}, newest first.`,
    canonicalQuery: queryString([['page', page === 1 ? null : page]]),
  });
}

async function feedOfAnnouncements({ db, now, site, page, content }: Context): Promise<Feed> {
  const { rows } = await listDatedPage(db, { siteId: site.id, type: 'announcement', parentId: page.id, now, gateId: page.gateId }, EVERYTHING, { page: 1, size: FEED_SIZE });
  const url = urlOf(encodePath(page.path));
  const title = feedTitle(site, page);
  return { title, description: content.introduction ?? `${title}, newest first.`, url, feedUrl: `${url}feed/`, items: rows.map(feedItem) };
}

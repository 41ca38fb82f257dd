import type { Feed } from '../../cms/feeds/feed';
import { feedLinks } from '../../cms/feeds/feed-link';
import { feedRoutes } from '../../cms/feeds/feed-routes';
import type { ContentOf } from '../../cms/field';
import { encodePath } from '../../cms/addresses/path';
import { optional } from '../../cms/fields/optional';
import { text } from '../../cms/fields/text';
import { NO_LISTING, pageType } from '../../cms/page-type';
import { urlOf } from '../../cms/pages/page';
import { FEED_SIZE, feedItem, feedTitle } from '../listings/feed';
import { EVERYTHING, listDatedPage } from '../listings/queries';
import { showStatements, statementsQuery, type StatementsContext } from './statement-list';

const fields = {
  introduction: optional(text({ label: 'Introduction', max: 255, required: true, multiline: true, weight: 'B' })),
  bodyName: text({ label: 'Whose statements', max: 100, required: true, help: 'Its short name, such as IESG.' }),
};

/** content.md 4.11: dated statements of one body, newest first. */
export const statementIndexPage = pageType({
  key: 'statement-index',
  label: 'List of statements',
  description: 'Statements of a body such as the IESG, newest first.',
  fields,
  version: 1,
  parents: 'any',
  children: ['statement'],
  listing: ({ introduction, bodyName }) => ({ ...NO_LISTING, introduction, facts: { bodyName } }),
  query: statementsQuery,
  show: (context) => showStatements(context, context.query, { twin: false }),
  feeds: ({ title, url }) => feedLinks({ title, url: `${url}feed/` }),
  routes: [
    { path: 'all/', query: statementsQuery, show: (context, { query }) => showStatements(context, query, { twin: true }) },
    ...feedRoutes<ContentOf<typeof fields>>('feed/', feedOfStatements),
  ],
  example: { introduction: 'Statements say how a rule is applied. Each is dated.', bodyName: 'IESG' },
});

async function feedOfStatements({ db, now, site, page, content }: StatementsContext): Promise<Feed> {
  const list = { siteId: site.id, type: 'statement', parentId: page.id, now, gateId: page.gateId };
  const { rows } = await listDatedPage(db, list, EVERYTHING, { page: 1, size: FEED_SIZE });
  const url = urlOf(encodePath(page.path));
  const description = content.introduction ?? `Statements of the ${content.bodyName}, newest first.`;
  return { title: feedTitle(site, page), description, url, feedUrl: `${url}feed/`, items: rows.map(feedItem) };
}

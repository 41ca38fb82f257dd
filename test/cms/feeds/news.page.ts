import { feedLinks } from '../../../src/cms/feeds/feed-link';
import { feedRoutes } from '../../../src/cms/feeds/feed-routes';
import { encodePath } from '../../../src/cms/addresses/path';
import { text } from '../../../src/cms/fields/text';
import { visibleListings } from '../../../src/cms/listings/queries';
import { NO_LISTING, pageType, view } from '../../../src/cms/page-type';
import { urlOf } from '../../../src/cms/pages/page';

/** A list with a feed of all and one of each "kind", of which only `known` exists. */
export const newsPage = pageType({
  key: 'news',
  label: 'News',
  description: 'A list of what is below it.',
  fields: { introduction: text({ label: 'Introduction', max: 255 }) },
  version: 1,
  parents: 'any',
  children: 'any',
  listing: ({ introduction }) => ({ ...NO_LISTING, introduction }),
  show: ({ content }) => view('all-pages/all-pages', { introduction: content.introduction, branches: [] }),
  feeds: ({ title, url }) => feedLinks({ title, url: `${url}feed/` }),
  routes: [
    ...feedRoutes<{ introduction: string }>('feed/', async ({ db, site, page, now }) => {
      const rows = await visibleListings(db, site.id, now).where('p.parentId', page.id).orderBy('l.date', 'desc');
      return {
        title: page.title, description: 'What is new.', url: '/news/', feedUrl: '/news/feed/',
        items: rows.map((row) => ({
          title: row.title, url: urlOf(encodePath(row.path)), guid: row.guid, summary: row.summary, authors: [], topics: [],
          published: row.firstPublishedAt, updated: row.lastPublishedAt,
        })),
      };
    }),
    ...feedRoutes<{ introduction: string }>(':kind/feed/', (_, { params }) => Promise.resolve(
      params['kind'] === 'known' ? { title: 'Known', description: 'Known', url: '/news/', feedUrl: '/news/known/feed/', items: [] } : null,
    )),
  ],
  sitemap: ({ page, now }) => Promise.resolve([{ url: `${page.url}known/`, changed: now }, { url: page.url, changed: null }]),
  example: { introduction: 'What is new.' },
});

import { optional } from '../../cms/fields/optional';
import { text } from '../../cms/fields/text';
import { NO_LISTING, pageType, view } from '../../cms/page-type';
import { listDated } from '../listings/queries';
import { postCard } from './card';

/** More than this and the list needs pages of its own. */
const MOST = 200;

/** content.md 4.6: the list of posts, newest first; never a post in its place. */
export const blogPage = pageType({
  key: 'blog',
  label: 'Blog',
  description: 'A list of posts, newest first.',
  fields: { introduction: optional(text({ label: 'Introduction', max: 511, required: true, multiline: true, weight: 'B' })) },
  version: 1,
  parents: 'any',
  children: ['post'],
  listing: ({ introduction }) => ({ ...NO_LISTING, introduction }),
  async show({ db, now, site, page, content, render }) {
    const rows = await listDated(db, { siteId: site.id, type: 'post', parentId: page.id, now }, MOST);
    return view('blog/index', {
      heading: page.title,
      introduction: content.introduction,
      total: rows.length,
      filterSentence: null, active: [], clearUrl: null, filter: null, topics: [],
      posts: rows.map((row) => postCard(render, row, site.timeZone)),
      years: [], pager: null, feedUrl: null, allUrl: null,
    });
  },
  routes: [],
  example: { introduction: 'News, and posts in which people explain what they work on.' },
});

import { z } from 'zod';
import { feedLinks } from '../../cms/feeds/feed-link';
import { feedRoutes } from '../../cms/feeds/feed-routes';
import type { ContentOf } from '../../cms/field';
import { optional } from '../../cms/fields/optional';
import { text } from '../../cms/fields/text';
import { NO_LISTING, pageType, type SubRoute } from '../../cms/page-type';
import { inLowerCase } from '../listings/in-lower-case';
import { datedQuery } from '../listings/list-query';
import { feedUrl } from './addresses';
import { showAllPosts } from './all-posts';
import { showAuthor } from './author-list';
import { feedOfAuthor, feedOfPosts, feedOfTopic } from './blog-feeds';
import { blogQuery } from './blog-query';
import { blogSitemap } from './blog-sitemap';
import { showPosts } from './post-list';
import { findTopicTitle } from './queries';

const fields = { introduction: optional(text({ label: 'Introduction', max: 511, required: true, multiline: true, weight: 'B' })) };

const pageQuery = z.object({ page: datedQuery.page });

/** content.md 4.6, in the order in which they are tried. */
const routes: SubRoute<ContentOf<typeof fields>>[] = [
  { path: 'all/', query: pageQuery, show: (context, { query }) => showAllPosts(context, pageQuery.parse(query), null) },
  { path: 'author/:author/', query: pageQuery, show: (context, { query, params }) => showAuthor(context, pageQuery.parse(query), params.author!) },
  ...feedRoutes<ContentOf<typeof fields>>('author/:author/feed/', feedOfAuthor),
  ...feedRoutes<ContentOf<typeof fields>>('feed/', feedOfPosts),
  { path: ':topic/all/', query: pageQuery, show: (context, { query, params }) => showAllPosts(context, pageQuery.parse(query), params.topic!) },
  ...feedRoutes<ContentOf<typeof fields>>(':topic/feed/', feedOfTopic),
  { path: ':topic/', query: blogQuery, show: (context, { query, params }) => showPosts(context, query, params.topic!) },
];

/** content.md 4.6: the list of posts, newest first; never a post in its place. */
export const blogPage = pageType({
  key: 'blog',
  label: 'Blog',
  description: 'A list of posts, newest first.',
  fields,
  version: 1,
  parents: 'any',
  children: ['post'],
  async reserved(db, slug) {
    const topic = await findTopicTitle(db, slug);
    return topic === undefined ? null : `The list of posts about “${topic}” stands at this address.`;
  },
  listing: ({ introduction }) => ({ ...NO_LISTING, introduction }),
  query: blogQuery,
  show: (context) => showPosts(context, context.query, null),
  feeds: ({ title, url }) => feedLinks({ title, url: feedUrl(url) }),
  sitemap: blogSitemap,
  routes: routes.map(inLowerCase),
  example: { introduction: 'News, and posts in which people explain what they work on.' },
});

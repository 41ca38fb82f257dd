import { encodePath } from '../../cms/addresses/path';
import { feedLinks } from '../../cms/feeds/feed-link';
import { view, type Answer } from '../../cms/page-type';
import { urlOf } from '../../cms/pages/page';
import { pagerOf, queryString } from '../../cms/pages/pager';
import { feedTitle } from '../listings/feed';
import { pageOf, tidied } from '../listings/list-query';
import { NOT_NARROWED, sentenceOf } from '../listings/narrowed';
import { EVERYTHING, listDatedPage } from '../listings/queries';
import { allUrl, authorUrl, feedUrl } from './addresses';
import { postCard } from './card';
import { POSTS, type BlogContext } from './post-list';
import { findAuthor } from './queries';

/** LIST-01 */
const SIZE = 20;

/** "Articles by NAME". Somebody without public posts here has no list. */
export async function showAuthor({ db, now, site, page: blogPage, render }: BlogContext, query: { page?: string | undefined }, slug: string): Promise<Answer> {
  const blog = urlOf(encodePath(blogPage.path));
  const url = authorUrl(blog, slug);
  const tidy = tidied(url, query);
  if (tidy) return tidy;

  const page = pageOf(query);
  const author = await findAuthor(db, slug, now);
  const list = { siteId: site.id, type: 'post', parentId: blogPage.id, now, gateId: blogPage.gateId };
  const { rows, total } = await listDatedPage(db, list, { ...EVERYTHING, person: slug }, { page, size: SIZE });
  if (!author || rows.length === 0) return null;

  const heading = `Articles by ${author.name}`;
  return view('blog/index', {
    heading, introduction: author.about, total,
    filterSentence: sentenceOf(total, NOT_NARROWED, POSTS), active: [], clearUrl: null, filter: null, topics: [], yearLinks: [],
    posts: rows.map((row) => postCard(render, row, site.timeZone)), years: [],
    pager: pagerOf({ url, query: [], page, total, size: SIZE }),
    feedUrl: feedUrl(url), allUrl: allUrl(blog), person: author.path === null ? null : { text: `About ${author.name}`, url: urlOf(encodePath(author.path)) },
  }, {
    title: heading,
    description: `${page === 1 ? '' : `Page ${page}: `}${heading} in ${blogPage.title}, newest first.`,
    canonicalQuery: queryString([['page', page === 1 ? null : page]]),
    feeds: feedLinks({ title: feedTitle(site, blogPage, author.name), url: feedUrl(url) }),
  });
}

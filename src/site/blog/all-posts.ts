import { encodePath } from '../../cms/addresses/path';
import { view, type Answer } from '../../cms/page-type';
import { urlOf } from '../../cms/pages/page';
import { pagerOf, queryString } from '../../cms/pages/pager';
import { dayIn } from '../../platform/dates';
import { findFacets } from '../listings/facet-queries';
import { dateText } from '../listings/dates';
import { pageOf, tidied } from '../listings/list-query';
import { NOT_NARROWED, sentenceOf, topicLinks, type AddressOf } from '../listings/narrowed';
import { EVERYTHING, listDatedPage, type NamedRow } from '../listings/queries';
import { rowUrl } from '../listings/row';
import { allUrl, feedUrl, topicUrl } from './addresses';
import { POSTS, type BlogContext } from './post-list';
import type { BlogIndexView } from './views';

/** content.md 4.6 */
const SIZE = 100;
const OPEN = { from: null, until: null };

/** Titles of all posts, or of all with a topic, by year. */
export async function showAllPosts({ db, now, site, page: { id, path, title, gateId } }: BlogContext, query: { page?: string | undefined }, topic: string | null): Promise<Answer> {
  const blog = urlOf(encodePath(path));
  const address: AddressOf = (narrowed) => ({ url: allUrl(narrowed.topic ? topicUrl(blog, narrowed.topic.key) : blog), query: [] });
  const tidy = tidied(allUrl(topic === null ? blog : topicUrl(blog, topic)), query);
  if (tidy) return tidy;

  const [list, page] = [{ siteId: site.id, type: 'post', parentId: id, now, gateId }, pageOf(query)];
  const facets = await findFacets(db, list, { zone: site.timeZone, topic, year: null, status: null, days: OPEN });
  if (topic !== null && facets.topic?.key !== topic) return null;
  const { rows, total } = await listDatedPage(db, list, { ...EVERYTHING, topic }, { page, size: SIZE });
  if (page > 1 && rows.length === 0) return null;

  const narrowed = { ...NOT_NARROWED, topic: facets.topic };
  const heading = facets.topic ? `All posts about ${facets.topic.title}` : 'All posts by date';
  return view('blog/index', {
    heading, introduction: null, total,
    filterSentence: sentenceOf(total, narrowed, POSTS), active: [], clearUrl: null, filter: null,
    topics: [{ text: 'All', url: allUrl(blog), current: topic === null, count: null }, ...topicLinks(facets, narrowed, address)],
    yearLinks: [], posts: [], years: byYear(rows, site.timeZone),
    pager: pagerOf({ ...address(narrowed), page, total, size: SIZE }),
    feedUrl: feedUrl(topic === null ? blog : topicUrl(blog, topic)), allUrl: null, person: null,
  }, {
    title: heading,
    description: `${page === 1 ? '' : `Page ${page}: `}${heading} in ${title}, newest first, with their dates.`,
    noindex: total === 0,
    canonicalQuery: queryString([['page', page === 1 ? null : page]]),
  });
}

function byYear(rows: readonly NamedRow[], zone: string): BlogIndexView['years'] {
  const posts = rows.map((row) => ({ title: row.title, url: rowUrl(row), date: dateText(dayIn(zone, row.date)) }));
  const years = [...new Set(posts.map(({ date }) => date.iso.slice(0, 4)))];
  return years.map((year) => ({ year, posts: posts.filter(({ date }) => date.iso.startsWith(year)) }));
}

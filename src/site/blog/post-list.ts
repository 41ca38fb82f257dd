import { encodePath } from '../../cms/addresses/path';
import { feedLinks } from '../../cms/feeds/feed-link';
import { view, type Answer, type ShowContext } from '../../cms/page-type';
import { urlOf } from '../../cms/pages/page';
import { pagerOf, queryString } from '../../cms/pages/pager';
import { dayIn } from '../../platform/dates';
import { findFacets, type Facets } from '../listings/facet-queries';
import { feedTitle } from '../listings/feed';
import { pageOf, rangeOfDays, rangeOfYear, readDay, tidied, yearOf, type DayInput } from '../listings/list-query';
import { activeFilters, filterForm, hrefOf, isNarrowed, isYearOf, NOT_NARROWED, sentenceOf, topicLinks, yearLinks, type AddressOf, type ListWords, type Narrowed } from '../listings/narrowed';
import { EVERYTHING, listDatedPage, type DatedList, type NamedRow } from '../listings/queries';
import { allUrl, feedUrl, topicUrl } from './addresses';
import { blogQuery, topicRedirect, type BlogQuery } from './blog-query';
import { postCard } from './card';
import type { BlogIndexView } from './views';

/** What the blog's pages are shown with. */
export type BlogContext = ShowContext<{ introduction: string | null }>;

/** LIST-01 */
const SIZE = 20;

export const POSTS: ListWords = { one: 'post', many: 'posts', status: (status) => status };

/** The blog's own address, and that of a topic's list: a page of posts, newest first, narrowed as the query says; never a post in its place. */
export async function showPosts(context: BlogContext, given: Readonly<Record<string, unknown>>, topic: string | null): Promise<Answer> {
  const { db, page } = context;
  const query = blogQuery.parse(given);
  const blog = urlOf(encodePath(page.path));
  const { primary_topic: primary, topic: _topic, secondary_topic: _second, ...own } = query;
  const moved = primary ? { redirect: blog, status: 301 as const } : await topicRedirect(db, blog, query);
  // no redirect leads to a 404: the year is asked for here, since the topic's list would refuse it
  if (moved && query.year && !(await findPosts(context, { ...query, page: undefined }, null))) return null;
  if (moved !== undefined) return moved;
  return tidied(topic === null ? blog : topicUrl(blog, topic), topic === null ? query : own) ?? showNarrowed(context, query, topic);
}

/** Everything about one list that its parts are made of. */
interface PostList {
  readonly blog: string;
  readonly narrowed: Narrowed;
  readonly from: DayInput;
  readonly to: DayInput;
  readonly facets: Facets;
  readonly rows: readonly NamedRow[];
  readonly total: number;
  readonly page: number;
}

async function showNarrowed(context: BlogContext, query: BlogQuery, topic: string | null): Promise<Answer> {
  const list = await findPosts(context, query, topic);
  if (!list) return null;
  const { blog, narrowed, page, total } = list;
  const address = addressOf(blog);
  const { url, query: filters } = address(narrowed);
  const title = narrowed.topic ? `Posts about ${narrowed.topic.title}` : null;
  return view('blog/index', { ...headOf(context, list, title), ...partsOf(list, address), ...postsOf(context, list) }, {
    title,
    description: descriptionOf(context, narrowed, page),
    noindex: total === 0 || isNarrowed({ ...narrowed, topic: null }) || [list.from, list.to].some(({ problem }) => problem !== null),
    canonicalQuery: queryString([...filters, ['page', page === 1 ? null : page]]),
    feeds: narrowed.topic ? feedLinks({ title: feedTitle(context.site, context.page, narrowed.topic.title), url: feedUrl(url) }) : [],
  });
}

/** Undefined when there is no such topic, year or page. */
async function findPosts({ db, now, site, page: blogPage }: BlogContext, query: BlogQuery, topic: string | null): Promise<PostList | undefined> {
  const list: DatedList = { siteId: site.id, type: 'post', parentId: blogPage.id, now, gateId: blogPage.gateId };
  const [from, to, year, page] = [readDay(query.date_from), readDay(query.date_to), yearOf(query), pageOf(query)];
  const days = rangeOfDays(site.timeZone, from.day, to.day);
  const facets = await findFacets(db, list, { zone: site.timeZone, topic, year, status: null, days });
  if (topic !== null && facets.topic?.key !== topic) return undefined;
  if (year !== null && !isYearOf(facets, year, Number(dayIn(site.timeZone, now).slice(0, 4)))) return undefined;

  const within = [days, rangeOfYear(site.timeZone, year)];
  const { rows, total } = await listDatedPage(db, list, { ...EVERYTHING, topic, within }, { page, size: SIZE });
  if (page > 1 && rows.length === 0) return undefined;
  const narrowed = { ...NOT_NARROWED, topic: facets.topic, year, from: from.day, to: to.day };
  return { blog: urlOf(encodePath(blogPage.path)), narrowed, from, to, facets, rows, total, page };
}

/** The topic is in the path, all else in the query. */
function addressOf(blog: string): AddressOf {
  return ({ topic, year, from, to }) => ({ url: topic ? topicUrl(blog, topic.key) : blog, query: [['year', year], ['date_from', from], ['date_to', to]] });
}

function headOf({ page, content }: BlogContext, { narrowed, blog, total }: PostList, title: string | null): Pick<BlogIndexView, 'heading' | 'introduction' | 'total' | 'feedUrl' | 'allUrl' | 'person'> {
  const list = narrowed.topic ? topicUrl(blog, narrowed.topic.key) : blog;
  return {
    heading: title ?? page.title,
    introduction: narrowed.topic ? null : content.introduction,
    total,
    feedUrl: feedUrl(list),
    allUrl: allUrl(list),
    person: null,
  };
}

function partsOf({ facets, narrowed, total, from, to, blog }: PostList, address: AddressOf): Pick<BlogIndexView, 'filterSentence' | 'active' | 'clearUrl' | 'filter' | 'topics' | 'yearLinks'> {
  const { year } = narrowed;
  const everything = { text: 'All', url: hrefOf(address, { ...narrowed, topic: null }), current: narrowed.topic === null, count: null };
  return {
    filterSentence: sentenceOf(total, narrowed, POSTS),
    active: activeFilters(narrowed, address, POSTS),
    clearUrl: isNarrowed(narrowed) ? blog : null,
    filter: filterForm(facets, narrowed, { action: blog, from, to, kept: year === null ? [] : [{ name: 'year', value: String(year) }] }),
    topics: [everything, ...topicLinks(facets, narrowed, address)],
    yearLinks: yearLinks(facets, narrowed, address),
  };
}

function postsOf({ render, site }: BlogContext, { blog, narrowed, rows, page, total }: PostList): Pick<BlogIndexView, 'posts' | 'years' | 'pager'> {
  return {
    posts: rows.map((row) => postCard(render, row, site.timeZone)),
    years: [],
    pager: pagerOf({ ...addressOf(blog)(narrowed), page, total, size: SIZE }),
  };
}

/** SEO-02: another one for every address. */
function descriptionOf({ page, content }: BlogContext, { topic }: Narrowed, number: number): string | null {
  const words = topic ? `Posts about ${topic.title} in ${page.title}, newest first.` : page.common.description ?? content.introduction ?? `${page.title}: posts, newest first.`;
  if (number === 1) return topic ? words : null;
  return `Page ${number}: ${words}`;
}

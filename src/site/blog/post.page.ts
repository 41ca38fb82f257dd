import { dayIn } from '../../platform/dates';
import { standardBlocks } from '../../cms/blocks/index';
import type { ContentOf } from '../../cms/field';
import { blocks } from '../../cms/fields/blocks';
import { dateTime } from '../../cms/fields/date-time';
import { group } from '../../cms/fields/group';
import { image } from '../../cms/fields/image';
import { list } from '../../cms/fields/list';
import { optional } from '../../cms/fields/optional';
import { reference } from '../../cms/fields/reference';
import { text } from '../../cms/fields/text';
import { NO_LISTING, pageType, view, type ShowContext } from '../../cms/page-type';
import { exampleBody } from '../example';
import { dateOf, dateText, updatedText } from '../listings/dates';
import { listNeighbours, type Neighbour } from '../listings/queries';
import { rowLink, rowUrl } from '../listings/row';
import { faqData } from '../standard/questions';
import { keysOf, topicChips, urisOf } from '../snippets/topic-chips';
import { pageAddress } from '../structured-data';
import { allUrl, blogOfPost, feedUrl, topicUrl } from './addresses';
import { authorGroupOf, authorsOf } from './author';
import { postQuery, topicRedirect } from './blog-query';
import { postCard } from './card';
import { readingMinutes, shareLinks } from './post';
import { postData } from './post-data';
import type { PostView } from './views';

/** In the list beside a post. */
const MORE = 5;

const fields = {
  authors: list({ label: 'Authors', of: group({ fields: {
    person: reference({ label: 'Person', kinds: ['person'], required: true }),
    role: optional(text({ label: 'Role, if another than usual', max: 255, required: true })),
  } }), max: 20 }),
  authorGroup: reference({ label: 'Group that publishes it', kinds: ['group'] }),
  publishedOn: dateTime({ label: 'Date shown', help: 'Empty: the day of the first publication.' }),
  introduction: text({ label: 'Introduction', max: 511, required: true, multiline: true, weight: 'B' }),
  image: image({ label: 'Picture' }),
  body: blocks({ label: 'Text', types: standardBlocks, required: true }),
  topics: list({ label: 'Topics', of: group({ fields: { topic: reference({ label: 'Topic', kinds: ['topic'], required: true }) } }), max: 20 }),
};

/** content.md 4.7 */
export const postPage = pageType({
  key: 'post',
  label: 'Post',
  description: 'An article with authors and a date.',
  fields,
  version: 1,
  parents: ['blog'],
  children: [],
  listing: ({ introduction, image: picture, publishedOn, authors, topics }) => ({
    ...NO_LISTING, introduction, image: picture, date: publishedOn, terms: [...urisOf(authors, 'person'), ...urisOf(topics, 'topic')],
  }),
  query: postQuery,
  async show(context) {
    const { content, db, page } = context;
    const moved = await topicRedirect(db, blogOfPost(page), postQuery.parse(context.query)); // BLOG-04: the filter stood on posts, too
    if (moved !== undefined) return moved;
    const data = await postView(context);
    const structuredData = [postData(context, data), ...faqData([], [content.body])];
    return view('blog/post', data, { openGraphType: 'article', image: content.image, structuredData });
  },
  routes: [],
  example: {
    authors: [], authorGroup: null, publishedOn: null, image: null, topics: [],
    introduction: 'The news in two sentences, so that readers know whether to go on.',
    body: exampleBody('Then the whole story, in the order in which somebody who was not there would ask.'),
  },
});

async function postView({ db, now, site, page, content, render }: ShowContext<ContentOf<typeof fields>>): Promise<PostView> {
  const date = dateOf(content.publishedOn, page);
  const list = { siteId: site.id, type: 'post', parentId: page.parentId!, now, gateId: page.gateId };
  const topics = keysOf(urisOf(content.topics, 'topic'));
  const rows = await listNeighbours(db, list, { id: page.id, date, topics }, { newest: 2 * MORE, older: 1, related: MORE });
  const of = (part: Neighbour['part']) => rows.filter((row) => row.part === part);
  const blog = of('parent').map(rowUrl)[0] ?? null;
  const related = of('related');
  const more = of('newest').filter(({ pageId }) => related.every((row) => row.pageId !== pageId)).slice(0, MORE);
  return {
    introduction: content.introduction,
    authors: authorsOf(render, content.authors, blog),
    group: authorGroupOf(render, content.authorGroup),
    date: dateText(dayIn(site.timeZone, date)),
    updated: updatedText(date, page, site.timeZone),
    readingMinutes: readingMinutes(fields.body.texts(content.body)),
    picture: render.picture(content.image, 'top'),
    body: render.blocks(content.body),
    topics: topicChips(render, content.topics, (key) => blog && topicUrl(blog, key)),
    share: shareLinks({ title: page.title, url: pageAddress(site, page), text: page.common.socialText }),
    feedUrl: blog && feedUrl(blog),
    previous: of('older').map(rowLink)[0] ?? null,
    next: of('newer').map(rowLink)[0] ?? null,
    related: related.map((row) => postCard(render, row, site.timeZone)),
    more: more.map((row) => postCard(render, row, site.timeZone)),
    blogUrl: blog,
    allUrl: blog && allUrl(blog),
  };
}

import { dayIn } from '../../platform/dates';
import { standardBlocks } from '../../cms/blocks/index';
import type { ContentOf } from '../../cms/field';
import { blocks } from '../../cms/fields/blocks';
import { dateTime } from '../../cms/fields/date-time';
import { group } from '../../cms/fields/group';
import { list } from '../../cms/fields/list';
import { reference } from '../../cms/fields/reference';
import { text } from '../../cms/fields/text';
import { url } from '../../cms/fields/url';
import { NO_LISTING, pageType, view, type ShowContext } from '../../cms/page-type';
import { dateOf, dateText, updatedText } from '../listings/dates';
import { exampleBody } from '../example';
import { listNeighbours, type Neighbour } from '../listings/queries';
import { rowLink, rowUrl } from '../listings/row';
import { faqData } from '../standard/questions';
import { keysOf, topicChips, urisOf } from '../snippets/topic-chips';
import { datedRow, statementsAbout } from './row';
import type { StatementView } from './views';

/** In the lists beside a statement. */
const OLDER = 5;
const RELATED = 5;

const fields = {
  publishedOn: dateTime({ label: 'Date of the statement', help: 'Empty: the day of the first publication.' }),
  introduction: text({ label: 'Introduction', max: 511, required: true, multiline: true, weight: 'B' }),
  body: blocks({ label: 'Text', types: standardBlocks, required: true }),
  topics: list({ label: 'Topics', of: group({ fields: { topic: reference({ label: 'Topic', kinds: ['topic'], required: true }) } }), max: 20 }),
  externalUrl: url({ label: 'Its source on the Datatracker' }),
};

/** content.md 4.11: shown like a post without authors. */
export const statementPage = pageType({
  key: 'statement',
  label: 'Statement',
  description: 'A dated statement of the body that the list belongs to.',
  fields,
  version: 1,
  parents: ['statement-index'],
  children: [],
  listing: ({ introduction, publishedOn, topics }) => ({ ...NO_LISTING, introduction, date: publishedOn, terms: urisOf(topics, 'topic') }),
  async show(context) {
    return view('statements/statement', await statementView(context), { openGraphType: 'article', structuredData: faqData([], [context.content.body]) });
  },
  routes: [],
  example: {
    publishedOn: null, topics: [], externalUrl: null,
    introduction: 'What the statement settles, in two sentences.',
    body: exampleBody('The text of the statement, with its reasons.'),
  },
});

async function statementView({ db, now, site, page, content, render }: ShowContext<ContentOf<typeof fields>>): Promise<StatementView> {
  const date = dateOf(content.publishedOn, page);
  const list = { siteId: site.id, type: 'statement', parentId: page.parentId!, now, gateId: page.gateId };
  const rows = await listNeighbours(db, list, { id: page.id, date, topics: keysOf(urisOf(content.topics, 'topic')) }, { newest: 0, older: OLDER + RELATED, related: RELATED });
  const of = (part: Neighbour['part']) => rows.filter((row) => row.part === part);
  const index = of('parent')[0];
  const related = of('related');
  const listUrl = index ? rowUrl(index) : null;
  return {
    introduction: content.introduction,
    date: dateText(dayIn(site.timeZone, date)),
    updated: updatedText(date, page, site.timeZone),
    body: render.blocks(content.body),
    topics: topicChips(render, content.topics, (key) => listUrl && statementsAbout(listUrl, key)),
    externalUrl: content.externalUrl,
    listUrl,
    feedUrl: listUrl && `${listUrl}feed/`,
    replaces: of('replaced').map((row) => datedRow(row, site.timeZone)),
    bodyName: String(index?.facts.bodyName ?? ''),
    previous: of('older').map(rowLink)[0] ?? null,
    next: of('newer').map(rowLink)[0] ?? null,
    related: related.map((row) => datedRow(row, site.timeZone)),
    older: of('older').filter(({ pageId }) => related.every((row) => row.pageId !== pageId)).slice(0, OLDER).map((row) => datedRow(row, site.timeZone)),
  };
}

import { standardBlocks } from '../../cms/blocks/index';
import { blocks } from '../../cms/fields/blocks';
import { text } from '../../cms/fields/text';
import { listChildren } from '../../cms/listings/queries';
import { NO_LISTING, pageType, view } from '../../cms/page-type';
import { cardOfRow } from '../listings/row';
import { faqData } from '../standard/questions';
import { streamHtml } from '../streams';

/** content.md 4.10: topics of technology, as cards. */
export const topicListPage = pageType({
  key: 'topic-list',
  label: 'List of topics',
  description: 'Topic pages as cards with pictures.',
  fields: {
    introduction: text({ label: 'Introduction', max: 255, required: true, multiline: true, weight: 'B' }),
    body: blocks({ label: 'Text below the cards', types: standardBlocks }),
  },
  version: 2,
  upgrade: (content) => ({ ...(content as object), body: [] }),
  parents: 'any',
  children: ['topic'],
  listing: ({ introduction }) => ({ ...NO_LISTING, introduction }),
  async show({ db, now, page, content, render }) {
    const topics = await listChildren(db, page, now);
    return view('topics/topic-list', {
      introduction: content.introduction, body: streamHtml(render, content.body), topics: topics.map((row) => cardOfRow(render, row)),
    }, { structuredData: faqData([], [content.body]) });
  },
  routes: [],
  example: { introduction: 'The technologies that we work on, one page each.', body: [] },
});

import { text } from '../../cms/fields/text';
import { listChildren } from '../../cms/listings/queries';
import { NO_LISTING, pageType, view } from '../../cms/page-type';
import { cardOfRow } from '../listings/row';

/** content.md 4.10: topics of technology, as cards. */
export const topicListPage = pageType({
  key: 'topic-list',
  label: 'List of topics',
  description: 'Topic pages as cards with pictures.',
  fields: { introduction: text({ label: 'Introduction', max: 255, required: true, multiline: true, weight: 'B' }) },
  version: 1,
  parents: 'any',
  children: ['topic'],
  listing: ({ introduction }) => ({ ...NO_LISTING, introduction }),
  async show({ db, now, site, page, content, render }) {
    const topics = await listChildren(db, site.id, page.id, now);
    return view('topics/topic-list', { introduction: content.introduction, topics: topics.map((row) => cardOfRow(render, row)) });
  },
  routes: [],
  example: { introduction: 'The technologies that we work on, one page each.' },
});

import { image } from '../../cms/fields/image';
import { optional } from '../../cms/fields/optional';
import { text } from '../../cms/fields/text';
import { listChildren } from '../../cms/listings/queries';
import { NO_LISTING, pageType, view } from '../../cms/page-type';
import { cardOfRow } from '../listings/row';
import { streamHtml, streams } from '../streams';
import { faqData } from './questions';

/** content.md 4.4: the first page of a section, with all its pages. */
export const sectionPage = pageType({
  key: 'section',
  label: 'Section page',
  description: 'The first page of a section: a text, then every page below it as a card.',
  fields: {
    introduction: optional(text({ label: 'Introduction', max: 255, required: true, multiline: true, weight: 'B' })),
    image: image({ label: 'Picture' }),
    ...streams,
  },
  version: 1,
  parents: 'any',
  children: 'any',
  listing: ({ introduction, image: picture }) => ({ ...NO_LISTING, introduction, image: picture }),
  async show({ db, now, page, content, render }) {
    const children = await listChildren(db, page, now);
    return view('standard/section', {
      introduction: content.introduction,
      picture: render.picture(content.image, 'feature'),
      keyInfo: streamHtml(render, content.keyInfo),
      inDepth: streamHtml(render, content.inDepth),
      children: children.map((row) => ({ ...cardOfRow(render, row), related: [] })),
    }, { image: content.image, structuredData: faqData([], [content.keyInfo, content.inDepth]) });
  },
  routes: [],
  example: { introduction: 'What readers find in this section.', image: null, keyInfo: [], inDepth: [] },
});

import { link } from '../../cms/fields/link';
import { list } from '../../cms/fields/list';
import { optional } from '../../cms/fields/optional';
import { text } from '../../cms/fields/text';
import { NO_LISTING, pageType, view } from '../../cms/page-type';
import { exampleBody } from '../example';
import { highlightOf } from '../snippets/highlight';
import { faqData } from '../standard/questions';
import { highlightFields, streamHtml, streams } from '../streams';

/** content.md 4.10: one technology, with the page's card picture beside the title. */
export const topicPage = pageType({
  key: 'topic',
  label: 'Topic page',
  description: 'A technology explained. Its card picture also stands at its top.',
  fields: {
    introduction: optional(text({ label: 'Introduction', max: 255, required: true, multiline: true, weight: 'B' })),
    ...streams,
    relatedLinks: list({ label: 'You might be interested in', of: link({ label: 'Link', required: true }), max: 20 }),
    ...highlightFields,
  },
  version: 1,
  parents: 'any',
  children: 'any',
  listing: ({ introduction }) => ({ ...NO_LISTING, introduction }),
  show({ page, content, render }) {
    const { introduction, keyInfo, inDepth } = content;
    return view('topics/topic', {
      introduction,
      picture: render.picture(page.common.feedImage, 'feature'),
      keyInfo: streamHtml(render, keyInfo),
      inDepth: streamHtml(render, inDepth),
      highlight: highlightOf(render, content),
    }, { structuredData: faqData([], [keyInfo, inDepth]) });
  },
  routes: [],
  example: {
    introduction: 'What this technology is for.',
    keyInfo: exampleBody('The problem comes first, then how the protocols solve it.'),
    inDepth: [], relatedLinks: [], callToAction: null, signUp: null,
  },
});

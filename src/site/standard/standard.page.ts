import { group } from '../../cms/fields/group';
import { link } from '../../cms/fields/link';
import { list } from '../../cms/fields/list';
import { optional } from '../../cms/fields/optional';
import { richText } from '../../cms/fields/rich-text';
import { text } from '../../cms/fields/text';
import { NO_LISTING, pageType, view } from '../../cms/page-type';
import { exampleBody } from '../example';
import { highlightOf } from '../snippets/highlight';
import { highlightFields, streamHtml, streams } from '../streams';
import { faqData, questionsOf } from './questions';

/** content.md 4.3: most pages of the site. */
export const standardPage = pageType({
  key: 'standard',
  label: 'Standard page',
  description: 'Text with headings, questions and links: most pages are of this type.',
  fields: {
    introduction: optional(text({ label: 'Introduction', max: 255, required: true, multiline: true, weight: 'B' })),
    ...streams,
    questions: list({ label: 'Frequently asked questions', of: group({ fields: {
      question: text({ label: 'Question', max: 255, required: true }),
      answer: richText({ label: 'Answer', size: 'small', required: true }),
    } }) }),
    relatedLinks: list({ label: 'You might be interested in', of: link({ label: 'Link', required: true }), max: 20 }),
    ...highlightFields,
  },
  version: 1,
  parents: 'any',
  children: 'any',
  listing: ({ introduction }) => ({ ...NO_LISTING, introduction }),
  show({ content, render }) {
    const { introduction, keyInfo, inDepth, questions } = content;
    return view('standard/standard', {
      introduction,
      keyInfo: streamHtml(render, keyInfo),
      inDepth: streamHtml(render, inDepth),
      questions: questionsOf(render, questions),
      highlight: highlightOf(render, content),
    }, { structuredData: faqData(questions, [keyInfo, inDepth]) });
  },
  routes: [],
  example: {
    introduction: 'What this page is about, in a sentence or two.',
    keyInfo: exampleBody('The text begins with what most readers came for.'),
    inDepth: [], questions: [], relatedLinks: [], callToAction: null, signUp: null,
  },
});

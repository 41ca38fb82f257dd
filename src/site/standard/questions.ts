import type { Block } from '../../cms/block-type';
import { faqItems, type FaqItem } from '../../cms/blocks/faq';
import type { Question } from '../../cms/pages/view-parts';
import type { Renderer } from '../../cms/references/renderer';
import { AnchorNames } from '../../cms/rich-text/anchor-names';
import { richTextToText } from '../../cms/rich-text/to-text';
import { SCHEMA_ORG } from '../structured-data';

/** Their anchors begin with `question-`, which keeps them apart from those of headings and faq blocks. */
export function questionsOf(render: Renderer, questions: readonly FaqItem[]): Question[] {
  const names = new AnchorNames();
  return questions.map(({ question, answer }) => ({ question, anchor: names.make(`question ${question}`), answer: render.richText(answer) }));
}

/** https://schema.org/FAQPage from the page's questions and its faq blocks; empty when there are none (SEO-06). */
export function faqData(questions: readonly FaqItem[], streams: readonly (readonly Block[])[]): object[] {
  const all = [...questions, ...streams.flatMap(faqItems)];
  if (all.length === 0) return [];

  const mainEntity = all.map(({ question, answer }) => (
    { '@type': 'Question', name: question, acceptedAnswer: { '@type': 'Answer', text: richTextToText(answer) } }
  ));
  return [{ '@context': SCHEMA_ORG, '@type': 'FAQPage', mainEntity }];
}

import type { Block } from '../../cms/block-type';
import { slugOf } from '../../cms/pages/slug';
import type { Question } from '../../cms/pages/view-parts';
import type { Renderer } from '../../cms/references/renderer';
import type { RichText } from '../../cms/rich-text/document';
import { richTextToText } from '../../cms/rich-text/to-text';
import { SCHEMA_ORG } from '../structured-data';

export interface Faq {
  readonly question: string;
  readonly answer: RichText;
}

/** With anchors that no heading of the text takes: `question-is-there-a-fee`, `…-2` for the same question again. */
export function questionsOf(render: Renderer, faqs: readonly Faq[]): Question[] {
  const taken = new Map<string, number>();
  return faqs.map(({ question, answer }) => {
    const slug = `question-${slugOf(question)}`;
    const count = (taken.get(slug) ?? 0) + 1;
    taken.set(slug, count);
    return { question, anchor: count === 1 ? slug : `${slug}-${count}`, answer: render.richText(answer) };
  });
}

/** https://schema.org/FAQPage from the page's questions and its faq blocks; empty when there are none (SEO-06). */
export function faqData(questions: readonly Faq[], streams: readonly (readonly Block[])[]): object[] {
  const inBlocks = streams.flat().filter(({ type }) => type === 'faq').flatMap(({ value }) => (value.items ?? []) as Faq[]);
  const all = [...questions, ...inBlocks];
  if (all.length === 0) return [];

  const mainEntity = all.map(({ question, answer }) => (
    { '@type': 'Question', name: question, acceptedAnswer: { '@type': 'Answer', text: richTextToText(answer) } }
  ));
  return [{ '@context': SCHEMA_ORG, '@type': 'FAQPage', mainEntity }];
}

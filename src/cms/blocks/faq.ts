import type { Html } from '../../platform/html/html';
import { blockType, type Block } from '../block-type';
import { group } from '../fields/group';
import { list } from '../fields/list';
import { richText } from '../fields/rich-text';
import { text } from '../fields/text';
import { AnchorNames } from '../rich-text/anchor-names';
import type { RichText } from '../rich-text/document';
import type { Renderer } from '../references/renderer';
import { escapeMarkdown, richTextToMarkdown } from '../rich-text/to-markdown';
import { exampleText } from './example-text';

declare module '../../platform/http/views' {
  interface Views {
    'blocks/faq': { items: readonly { readonly question: string; readonly anchor: string; readonly answer: Html }[] };
  }
}

export interface FaqItem {
  readonly question: string;
  readonly answer: RichText;
}

export const faqBlock = blockType({
  type: 'faq',
  label: 'Questions and answers',
  description: 'Questions that open to their answers.',
  fields: {
    items: list({ label: 'Questions', min: 1, max: 50, of: group({ fields: {
      question: text({ label: 'Question', max: 255, required: true, weight: 'B' }),
      answer: richText({ label: 'Answer', size: 'small', required: true }),
    } }) }),
  },
  permission: null,
  example: { items: [{ question: 'Who may write an RFC?', answer: exampleText('Anyone.') }] },
  html({ items }, render) {
    if (items.length === 0) return null;
    return render.view('blocks/faq', {
      items: items.map(({ question, answer }) => ({ question, anchor: anchorOf(question, render), answer: render.richText(answer) })),
    });
  },
  markdown: ({ items }, render) => items.map(({ question, answer }) => `**${escapeMarkdown(question)}**\n\n${richTextToMarkdown(answer, render)}`).join('\n\n'),
});

/** Every question in the faq blocks of a stream, for structured data. */
export function faqItems(blocks: readonly Block[]): FaqItem[] {
  return blocks.filter(({ type }) => type === 'faq').flatMap(({ value }) => value['items'] as FaqItem[]);
}

/** One set of names for each page, that is for each renderer, so that two blocks may ask the same question. */
const names = new WeakMap<Renderer, AnchorNames>();

function anchorOf(question: string, render: Renderer): string {
  const known = names.get(render) ?? new AnchorNames();
  names.set(render, known);
  return known.make(`faq ${question}`);
}

import type { Html } from '../../platform/html/html';
import { blockType } from '../block-type';
import { optional } from '../fields/optional';
import { richText } from '../fields/rich-text';
import { text } from '../fields/text';
import { escapeMarkdown, richTextToMarkdown } from '../rich-text/to-markdown';
import { exampleText } from './example-text';

declare module '../../platform/http/views' {
  interface Views {
    'blocks/quote': { text: Html; source: string | null };
  }
}

export const quoteBlock = blockType({
  type: 'quote',
  label: 'Quotation',
  description: 'Somebody’s words, with where they are from.',
  fields: {
    text: richText({ label: 'Text', size: 'small', required: true }),
    source: optional(text({ label: 'Source', max: 200, required: true })),
  },
  permission: null,
  example: { text: exampleText('We believe in rough consensus and running code.'), source: 'David D. Clark, 1992' },
  html: (value, render) => render.view('blocks/quote', { text: render.richText(value.text), source: value.source }),
  markdown(value, render) {
    const source = value.source === null ? '' : `\n\n— ${escapeMarkdown(value.source)}`;
    return (richTextToMarkdown(value.text, render) + source).split('\n').map((line) => `> ${line}`.trimEnd()).join('\n');
  },
});

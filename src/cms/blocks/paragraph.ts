import { blockType } from '../block-type';
import { richText } from '../fields/rich-text';
import { richTextToMarkdown } from '../rich-text/to-markdown';
import { exampleText } from './example-text';

export const paragraphBlock = blockType({
  type: 'paragraph',
  label: 'Text',
  description: 'Formatted text: paragraphs, headings, lists, links, pictures.',
  fields: { text: richText({ label: 'Text', size: 'full', required: true }) },
  permission: null,
  example: { text: exampleText('Plain words first, details after them.') },
  html: (value, render) => render.richText(value.text),
  markdown: (value, render) => richTextToMarkdown(value.text, render),
});

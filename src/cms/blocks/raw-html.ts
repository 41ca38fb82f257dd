import { blockType } from '../block-type';
import { rawHtml } from '../fields/raw-html';
import { parseHtml } from '../rich-text/parse-html';
import { richTextToMarkdown } from '../rich-text/to-markdown';

/** For what no other block can say. Cleaned for everybody, whoever wrote it. */
export const rawHtmlBlock = blockType({
  type: 'raw-html',
  label: 'HTML',
  description: 'HTML by hand, for what no other block can say. Scripts, styles and forms are taken out.',
  fields: { html: rawHtml({ label: 'HTML' }) },
  permission: 'blocks.raw-html',
  example: { html: '<p>A term and its meaning: <abbr title="Internet Engineering Task Force">IETF</abbr>.</p>' },
  html: (value, render) => render.foreignHtml(value.html),
  markdown: (value, render) => richTextToMarkdown(parseHtml(value.html, 'full'), render),
});

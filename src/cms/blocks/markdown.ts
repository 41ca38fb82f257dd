import { blockType } from '../block-type';
import { markdown } from '../fields/markdown';
import { resolveMarkdownReferences } from '../rich-text/markdown-references';
import { nameOfReference } from '../rich-text/references';
import { markdownLink } from '../rich-text/to-markdown';

export const markdownBlock = blockType({
  type: 'markdown',
  label: 'Markdown',
  description: 'Text written in Markdown, with tables and [[rfc:9110]] for references.',
  fields: { markdown: markdown({ label: 'Markdown', required: true, help: 'CommonMark and tables; no HTML. Cite with [[rfc:9110]].' }) },
  permission: null,
  example: { markdown: 'Plain words, *emphasis* and `code`.' },
  html: (value, render) => render.markdown(value.markdown),
  markdown: (value, render) => resolveMarkdownReferences(value.markdown.trim(), {
    cite: (uri, words) => markdownLink(words ?? render.resolve(uri)?.label ?? nameOfReference(uri), render.resolve(uri)?.url ?? null),
    url: (uri) => render.resolve(uri)?.url ?? null,
  }),
});

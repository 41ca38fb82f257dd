import type { Html } from '../../platform/html/html';
import type { Renderer } from '../references/renderer';
import type { RichText } from '../rich-text/document';
import { escapeMarkdown, richTextToMarkdown } from '../rich-text/to-markdown';

/** A cell that is one paragraph prints without `<p>`. */
export function cellHtml(cell: RichText, render: Renderer): Html {
  const html = render.richText(cell);
  const [only, ...others] = cell.content;
  const bare = others.length === 0 && only?.type === 'paragraph' && !only.attrs?.['align'];
  return bare ? html.replace(/^<p>/, '').replace(/<\/p>$/, '') as Html : html;
}

/** Markdown has one line for a row. */
export function cellMarkdown(cell: RichText, render: Renderer): string {
  return inOneLine(richTextToMarkdown(cell, render));
}

export function inOneLine(markdown: string): string {
  return markdown.replace(/\\?\n+/g, ' ').replace(/\|/g, '\\|').trim();
}

export function markdownTable(caption: string | null, head: readonly string[], body: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
  return caption === null ? table : `**${escapeMarkdown(caption)}**\n\n${table}`;
}

import { NodeHtmlMarkdown } from 'node-html-markdown';
import { parseFragment, serialize } from 'parse5';
import type { Html } from '../../platform/html/html';
import { prepareTree } from './markdown-tree';

const writer = new NodeHtmlMarkdown({
  bulletMarker: '-',
  maxConsecutiveNewlines: 2,
  useInlineLinks: true,
  keepDataImages: false,
  // as the writer's own, but numbers too are guarded at the beginning of a line only: "in 2027. Then" is no list
  lineStartEscape: [/^(\s*?)(?:(\+\s|[=>-]|#{1,6}\s)|(\d+)(\.\s))/gm, '$1$3\\$2$4'],
});

/** What a page says, as CommonMark with tables (GFM). `url`: the page's own, absolute. Ends with a line end. */
export function htmlToMarkdown(html: Html, url: string): string {
  const tree = parseFragment(html);
  prepareTree(tree, url);
  return `${writer.translate(serialize(tree)).replace(/[ \t]+$/gm, (spaces) => (spaces === '  ' ? spaces : '')).trim()}\n`;
}

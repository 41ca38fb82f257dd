import { escape, join, trusted, type Html } from '../../platform/html/html';
import type { RichTextMark, RichTextNode } from './document';
import { sortMarks } from './tidy';

export const MARK_TAGS: Readonly<Partial<Record<string, string>>> = {
  bold: 'strong', italic: 'em', strike: 's', subscript: 'sub', superscript: 'sup', code: 'code',
};

export interface InlineWriter {
  /** A node without its marks. */
  node(node: RichTextNode): Html;
  /** What is around the text of a link; the text is HTML already. */
  link(ref: string, text: Html): Html;
}

/** Running text: neighbours that share a mark share its element, so a link with bold words in it stays one link. */
export function inlineHtml(nodes: readonly RichTextNode[], writer: InlineWriter): Html {
  return write(nodes.map((node) => ({ node, marks: sortMarks(node.marks ?? []) })));

  function write(parts: readonly Marked[]): Html {
    return join(runs(parts).map(({ mark, inside }) => {
      if (!mark) return join(inside.map(({ node }) => (node.type === 'text' ? escape(node.text ?? '') : writer.node(node))));
      const inner = write(inside.map(({ node, marks }) => ({ node, marks: marks.slice(1) })));
      return mark.type === 'link' ? writer.link(String(mark.attrs?.['ref'] ?? ''), inner) : inTag(MARK_TAGS[mark.type], inner);
    }));
  }
}

interface Marked {
  readonly node: RichTextNode;
  readonly marks: readonly RichTextMark[];
}

interface Run {
  readonly mark: RichTextMark | undefined;
  readonly inside: Marked[];
}

function runs(parts: readonly Marked[]): Run[] {
  const result: Run[] = [];
  for (const part of parts) {
    const mark = part.marks[0];
    const last = result.at(-1);
    if (last && sameMark(last.mark, mark)) last.inside.push(part);
    else result.push({ mark, inside: [part] });
  }
  return result;
}

function sameMark(one: RichTextMark | undefined, other: RichTextMark | undefined): boolean {
  return one?.type === other?.type && one?.attrs?.['ref'] === other?.attrs?.['ref'];
}

function inTag(tag: string | undefined, inner: Html): Html {
  return tag === undefined ? inner : trusted(`<${tag}>${inner}</${tag}>`);
}

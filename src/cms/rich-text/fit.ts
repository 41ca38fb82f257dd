import type { RichText, RichTextNode, RichTextSize } from './document';
import { allows } from './grammar';
import { tidy } from './tidy';

/** What a place does not allow becomes the nearest thing that it does: a heading a bold line, a quotation its paragraphs. */
export function fitTo(size: RichTextSize, blocks: readonly RichTextNode[]): RichText {
  return tidy({ type: 'doc', content: fitBlocks(size, blocks) });
}

function fitBlocks(size: RichTextSize, blocks: readonly RichTextNode[]): RichTextNode[] {
  return blocks.flatMap((block) => fitBlock(size, block));
}

function fitBlock(size: RichTextSize, block: RichTextNode): RichTextNode[] {
  const content = block.content ?? [];
  if (allows(size, block.type)) {
    return [block.type === 'paragraph' || block.type === 'codeBlock' || block.type === 'heading' ? block : { ...block, ...(block.content ? { content: fitBlocks(size, content) } : {}) }];
  }
  switch (block.type) {
    case 'heading': return [{ type: 'paragraph', content: content.map((node) => withMark(node, 'bold')) }];
    case 'codeBlock': return [{ type: 'paragraph', content: codeLines(content) }];
    case 'blockquote': return fitBlocks(size, content);
    default: return [];
  }
}

function codeLines(content: readonly RichTextNode[]): RichTextNode[] {
  const lines = content.map((node) => node.text ?? '').join('').split('\n');
  return lines.flatMap((text, index) => [
    ...(index === 0 ? [] : [{ type: 'hardBreak' }]),
    { type: 'text', text, marks: [{ type: 'code' }] },
  ]);
}

function withMark(node: RichTextNode, type: string): RichTextNode {
  return { ...node, marks: [...(node.marks ?? []).filter((mark) => mark.type !== type), { type }] };
}

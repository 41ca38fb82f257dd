import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { WordListLevel } from './block-writer';
import type { RichTextNode } from './document';
import { attr, elementsIn, textIn } from './dom';

/** Word pastes lists as paragraphs: `<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'>` with the bullet as text. */
export function wordListLevel(paragraph: Tree.Element): WordListLevel | undefined {
  const level = /mso-list:\s*l\d+\s+level(\d)/i.exec(attr(paragraph, 'style') ?? '')?.[1];
  if (level === undefined) return undefined;

  const marker = elementsIn(paragraph, 'span').find((span) => /mso-list:\s*ignore/i.test(attr(span, 'style') ?? ''));
  return { level: Number(level), ordered: /^\s*\(?[0-9a-z]{1,4}[.)]/i.test(marker ? textIn(marker) : '') };
}

/** Neighbouring paragraphs marked so become lists, nested by level. */
export function groupWordLists(blocks: readonly RichTextNode[]): RichTextNode[] {
  const result: RichTextNode[] = [];
  const open: { level: number; list: RichTextNode }[] = [];
  for (const block of blocks) {
    const level = Number(block.attrs?.['wordLevel'] ?? 0);
    if (level === 0 && open.length > 0 && isBlank(block)) continue; // the line ends between Word's paragraphs
    if (level === 0) open.length = 0;
    else while ((open.at(-1)?.level ?? 0) > level) open.pop();

    if (level === 0) result.push(block);
    else addItem(block, level);
  }
  return result;

  function addItem(block: RichTextNode, level: number): void {
    const item: RichTextNode = { type: 'listItem', content: [{ type: 'paragraph', content: block.content ?? [] }] };
    if (open.at(-1)?.level !== level) openList(block.attrs?.['wordOrdered'] === true ? 'orderedList' : 'bulletList', level);
    open.at(-1)?.list.content?.push(item);
  }

  function openList(type: string, level: number): void {
    const list: RichTextNode = { type, content: [] };
    const parent = open.at(-1)?.list.content?.at(-1);
    if (parent) parent.content?.push(list);
    else result.push(list);
    open.push({ level, list });
  }
}

function isBlank({ type, content = [] }: RichTextNode): boolean {
  return type === 'paragraph' && content.every((node) => node.type === 'text' && (node.text ?? '').trim() === '');
}

import type { RichText, RichTextMark, RichTextNode } from './document';
import { MARK_ORDER } from './grammar';

/**
 * The one way to write a document: neighbouring texts with equal marks joined, marks in their order, white space as
 * HTML shows it, no empty paragraphs, no attributes that say nothing. Two documents that read the same are then equal.
 */
export function tidy(document: RichText): RichText {
  return { type: 'doc', content: tidyBlocks(document.content) };
}

export function tidyBlocks(nodes: readonly RichTextNode[]): RichTextNode[] {
  return nodes.map(tidyBlock).filter((node) => !isVoid(node));
}

function tidyBlock(node: RichTextNode): RichTextNode {
  const content = node.content ?? [];
  switch (node.type) {
    case 'paragraph': return block(node, tidyInline(content));
    case 'heading': return { type: 'heading', attrs: headingAttrs(node), content: tidyInline(content) };
    case 'codeBlock': return block(node, joinTexts(content.map((part) => ({ type: 'text', text: part.text ?? '' }))).filter((part) => part.text !== ''));
    case 'bulletList': case 'orderedList': return block(node, content.map(tidyItem).filter((item) => !isBlank(item)));
    case 'blockquote': return block(node, tidyBlocks(content));
    case 'image': return { type: 'image', attrs: imageAttrs(node) };
    default: return { type: node.type };
  }
}

function block(node: RichTextNode, content: RichTextNode[]): RichTextNode {
  const attrs = Object.fromEntries(Object.entries(node.attrs ?? {}).filter(([name, value]) => value !== null && !(name === 'start' && value === 1)));
  return { type: node.type, ...(Object.keys(attrs).length > 0 ? { attrs } : {}), content };
}

function headingAttrs(node: RichTextNode): NonNullable<RichTextNode['attrs']> {
  const { level = 2, anchor = null, align = null } = node.attrs ?? {};
  return { level, anchor, ...(align === null ? {} : { align }) };
}

/** What is decoration says nothing, and an empty text is none. */
function imageAttrs(node: RichTextNode): NonNullable<RichTextNode['attrs']> {
  const { ref = '', alt = null, decorative = false, caption = null } = node.attrs ?? {};
  return { ref, alt: decorative === true || alt === '' ? null : alt, decorative, caption: caption === '' ? null : caption };
}

/** The editor wants every item to begin with a paragraph. */
function tidyItem(item: RichTextNode): RichTextNode {
  const content = tidyBlocks(item.content ?? []);
  return { type: 'listItem', content: content[0]?.type === 'paragraph' ? content : [{ type: 'paragraph', content: [] }, ...content] };
}

function isBlank(item: RichTextNode): boolean {
  return (item.content ?? []).every((node) => node.type === 'paragraph' && isVoid(node));
}

/** White space alone is how word processors write an empty line. */
function isVoid(node: RichTextNode): boolean {
  const content = node.content ?? [];
  if (node.type === 'image' || node.type === 'horizontalRule') return false;
  return content.every((child) => child.type === 'text' && (child.text ?? '').trim() === '');
}

/** Running text: white space collapsed across nodes, none at the ends and around line breaks. */
export function tidyInline(nodes: readonly RichTextNode[]): RichTextNode[] {
  const spaced = trimEnds(collapse(nodes.map(inlineNode)));
  return joinTexts(spaced);
}

function inlineNode(node: RichTextNode): RichTextNode {
  const marks = sortMarks(node.marks ?? []).filter((mark) => mark.type !== 'link' || node.type !== 'reference');
  const kept = marks.length > 0 ? { marks } : {};
  if (node.type === 'text') return { type: 'text', ...kept, text: (node.text ?? '').replace(/[ \t\n\f]+/g, ' ') };
  if (node.type === 'hardBreak') return { type: 'hardBreak', ...kept };
  return { type: node.type, ...(node.attrs ? { attrs: node.attrs } : {}), ...kept };
}

export function sortMarks(marks: readonly RichTextMark[]): RichTextMark[] {
  return MARK_ORDER.flatMap((type) => marks.find((mark) => mark.type === type) ?? [])
    .map((mark) => (mark.type === 'link' ? { type: 'link', attrs: { ref: mark.attrs?.['ref'] ?? '' } } : { type: mark.type }));
}

function collapse(nodes: readonly RichTextNode[]): RichTextNode[] {
  let before = ' ';
  return nodes.map((node) => {
    const text = node.type === 'text' && before.endsWith(' ') ? (node.text ?? '').replace(/^ /, '') : node.text;
    if (node.type !== 'text') before = node.type === 'hardBreak' ? ' ' : 'x';
    else if (text !== '') before = text ?? '';
    return text === undefined ? node : { ...node, text };
  });
}

function trimEnds(nodes: readonly RichTextNode[]): RichTextNode[] {
  const result: RichTextNode[] = [];
  for (const node of [...nodes].reverse()) {
    const after = result.at(-1);
    const atEnd = after === undefined || after.type === 'hardBreak';
    const text = atEnd && node.type === 'text' ? (node.text ?? '').replace(/ $/, '') : node.text;
    if (node.type === 'text' && text === '') continue;
    if (node.type === 'hardBreak' && after === undefined) continue;
    result.push(text === undefined ? node : { ...node, text });
  }
  return result.reverse();
}

function joinTexts(nodes: readonly RichTextNode[]): RichTextNode[] {
  const result: RichTextNode[] = [];
  for (const node of nodes) {
    const before = result.at(-1);
    const joins = node.type === 'text' && before?.type === 'text' && JSON.stringify(before.marks) === JSON.stringify(node.marks);
    if (joins) result[result.length - 1] = { ...before, text: (before.text ?? '') + (node.text ?? '') };
    else result.push(node);
  }
  return result;
}

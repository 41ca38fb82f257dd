import type { StoredDocument, StoredMark, StoredNode } from './stored';

/**
 * What the editor holds, as it is stored: the normal form of src/cms/rich-text/tidy.ts. No attributes that say nothing,
 * no empty paragraphs (they are room to type in, not text), marks in their order.
 */
export function toStored(document: StoredNode): StoredDocument {
  return { type: 'doc', content: storedBlocks(document.content ?? []) };
}

function storedBlocks(nodes: readonly StoredNode[]): StoredNode[] {
  return nodes.map(storedBlock).filter((node) => !isVoid(node));
}

function storedBlock(node: StoredNode): StoredNode {
  const { content = [], attrs = {} } = node;
  switch (node.type) {
    case 'paragraph': return withAttrs(node.type, { align: attrs['align'] }, inline(content));
    case 'heading': return { type: node.type, attrs: { level: attrs['level'], anchor: attrs['anchor'] ?? null, ...said({ align: attrs['align'] }) }, content: inline(content) };
    case 'codeBlock': return withAttrs(node.type, { language: languageOf(attrs['language']) }, content.map(({ text = '' }) => ({ type: 'text', text })));
    case 'orderedList': return withAttrs(node.type, { start: startOf(attrs['start']) }, storedItems(content));
    case 'bulletList': return { type: node.type, content: storedItems(content) };
    case 'blockquote': return { type: node.type, content: storedBlocks(content) };
    case 'image': return { type: node.type, attrs: imageAttrs(attrs) };
    default: return { type: node.type };
  }
}

function storedItems(items: readonly StoredNode[]): StoredNode[] {
  return items.map((item) => storedBlocks(item.content ?? [])).filter((content) => content.length > 0)
    .map((content) => ({ type: 'listItem', content: content[0]?.type === 'paragraph' ? content : [{ type: 'paragraph', content: [] }, ...content] }));
}

/** White space alone is no text. */
function isVoid({ type, content = [] }: StoredNode): boolean {
  return type !== 'image' && type !== 'horizontalRule' && content.every((child) => child.type === 'text' && (child.text ?? '').trim() === '');
}

function inline(nodes: readonly StoredNode[]): StoredNode[] {
  return nodes.map((node) => {
    const marks = storedMarks(node);
    const attrs = node.type === 'reference' ? { attrs: { ref: node.attrs?.['ref'], text: node.attrs?.['text'] || null } } : {};
    return { type: node.type, ...attrs, ...(marks.length > 0 ? { marks } : {}), ...(node.text === undefined ? {} : { text: node.text }) };
  });
}

/** From the outside in, as they are printed. */
export const MARK_ORDER = ['link', 'bold', 'italic', 'strike', 'subscript', 'superscript', 'code'];

function storedMarks({ type, marks = [] }: StoredNode): StoredMark[] {
  return marks.filter((mark) => mark.type !== 'link' || type !== 'reference')
    .sort((one, other) => MARK_ORDER.indexOf(one.type) - MARK_ORDER.indexOf(other.type))
    .map((mark) => (mark.type === 'link' ? { type: 'link', attrs: { ref: mark.attrs?.['ref'] } } : { type: mark.type }));
}

/** A description of what is decoration says nothing. */
function imageAttrs({ ref, alt, decorative, caption }: Record<string, unknown>): Record<string, unknown> {
  return { ref, alt: decorative === true ? null : alt || null, decorative: decorative === true, caption: caption || null };
}

function startOf(start: unknown): number | undefined {
  const number = Number(start ?? 1);
  return Number.isInteger(number) && number >= 0 && number <= 100_000 && number !== 1 ? number : undefined;
}

function languageOf(language: unknown): string | undefined {
  return typeof language === 'string' && /^[a-z0-9+#-]{1,30}$/i.test(language) ? language : undefined;
}

function withAttrs(type: string, attrs: Record<string, unknown>, content: StoredNode[]): StoredNode {
  const kept = said(attrs);
  return { type, ...(Object.keys(kept).length > 0 ? { attrs: kept } : {}), content };
}

function said(attrs: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attrs).filter(([, value]) => value !== null && value !== undefined));
}

/** A stored document as the editor can hold it: it wants a paragraph to type in, and one at the start of every item. */
export function toLoadable(document: StoredDocument): StoredDocument {
  return { type: 'doc', content: roomy(document.content.map(loadable)) };
}

function loadable(node: StoredNode): StoredNode {
  if (!node.content) return node;
  const content = node.content.map(loadable);
  if (node.type === 'blockquote') return { ...node, content: roomy(content) };
  if (node.type === 'listItem') return { ...node, content: content[0]?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content] };
  if (node.type === 'bulletList' || node.type === 'orderedList') return { ...node, content: content.length > 0 ? content : [{ type: 'listItem', content: [{ type: 'paragraph' }] }] };
  return { ...node, content };
}

function roomy(content: StoredNode[]): StoredNode[] {
  return content.length > 0 ? content : [{ type: 'paragraph' }];
}

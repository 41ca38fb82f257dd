import type { RichText, RichTextNode } from '../rich-text/document';
import type { Sides } from './hunks';
import { mergeSequence, type SequenceRules } from './merge-sequence';
import { settle, type Merging, type Path } from './merging';
import { same } from './same';

/** Nodes that hold others of their kind: their items are merged by themselves. */
const HOLDERS = new Set(['bulletList', 'orderedList', 'listItem', 'blockquote']);

const NODES: SequenceRules<RichTextNode> = {
  kind: 'nodes',
  union: false, // what two people wrote at one place of a text has no order of its own
  mergeItem: mergeNode,
};

/** Paragraph by paragraph, and in lists item by item. */
export function mergeRichText(merging: Merging, path: Path, { base, mine, theirs }: Sides<RichText>): RichText {
  return { type: 'doc', content: mergeSequence(merging, path, { base: base.content, mine: mine.content, theirs: theirs.content }, NODES) };
}

function mergeNode(merging: Merging, path: Path, sides: Sides<RichTextNode>): readonly RichTextNode[] {
  const { base, mine, theirs } = sides;
  const holds = HOLDERS.has(base.type) && [mine, theirs].every(({ type, attrs }) => type === base.type && same(attrs ?? {}, base.attrs ?? {}));
  if (!holds) return settle<readonly RichTextNode[]>(merging, path, 'nodes', { base: [base], mine: [mine], theirs: [theirs] }, () => [mine, theirs]);
  const content = mergeSequence(merging, path, { base: base.content ?? [], mine: mine.content ?? [], theirs: theirs.content ?? [] }, NODES);
  return [{ ...mine, content }];
}

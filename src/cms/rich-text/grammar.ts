import { z } from 'zod';
import type { RichTextSize } from './document';
import { isReference, schemeOf } from './references';

/** What a node may hold: blocks, items of a list, running text, bare text, or nothing. */
export type Holds = 'blocks' | 'items' | 'inline' | 'text' | 'nothing';

export interface NodeRule {
  readonly holds: Holds;
  /** Where it may stand. */
  readonly level: 'block' | 'item' | 'inline';
  readonly attrs: z.ZodType;
  /** The smallest place that allows it. */
  readonly size: RichTextSize;
}

const align = z.enum(['center', 'right']).nullable().optional();
const ref = z.string().refine(isReference, 'This is not an address that can be linked.');
const none = z.strictObject({}).optional();
const line = z.string().max(2000).nullable();
export const ANCHOR = /^[a-z][a-z0-9-]*$/;

const image = z.strictObject({
  ref: z.string().refine((uri) => schemeOf(uri) === 'image' && isReference(uri), 'This is not an image.'),
  alt: line, decorative: z.boolean(), caption: line,
});

/** Every node that rich text may hold. An optional attribute may be left out or be null. */
export const NODES: Readonly<Record<string, NodeRule>> = {
  paragraph: { holds: 'inline', level: 'block', size: 'cell', attrs: z.strictObject({ align }).optional() },
  heading: {
    holds: 'inline', level: 'block', size: 'full',
    attrs: z.strictObject({ level: z.int().min(2).max(4), anchor: z.string().regex(ANCHOR, 'An anchor is lower-case letters, digits and hyphens.').max(100).nullable().optional(), align }),
  },
  bulletList: { holds: 'items', level: 'block', size: 'cell', attrs: none },
  orderedList: { holds: 'items', level: 'block', size: 'cell', attrs: z.strictObject({ start: z.int().min(0).max(100_000).optional() }).optional() },
  listItem: { holds: 'blocks', level: 'item', size: 'cell', attrs: none },
  blockquote: { holds: 'blocks', level: 'block', size: 'full', attrs: none },
  codeBlock: {
    holds: 'text', level: 'block', size: 'small',
    attrs: z.strictObject({ language: z.string().regex(/^[a-z0-9+#-]{1,30}$/i).nullable().optional() }).optional(),
  },
  horizontalRule: { holds: 'nothing', level: 'block', size: 'full', attrs: none },
  image: { holds: 'nothing', level: 'block', size: 'full', attrs: image },
  hardBreak: { holds: 'nothing', level: 'inline', size: 'cell', attrs: none },
  text: { holds: 'nothing', level: 'inline', size: 'cell', attrs: none },
  reference: { holds: 'nothing', level: 'inline', size: 'cell', attrs: z.strictObject({ ref, text: line }) },
};

/** Marks from the outside in: the order in which they are stored and printed. */
export const MARKS: Readonly<Record<string, z.ZodType>> = {
  link: z.strictObject({ ref }),
  bold: none, italic: none, strike: none, subscript: none, superscript: none, code: none,
};

export const MARK_ORDER = Object.keys(MARKS);

const SIZES: readonly RichTextSize[] = ['cell', 'small', 'full'];

export function allows(size: RichTextSize, type: string): boolean {
  const rule = Object.hasOwn(NODES, type) ? NODES[type] : undefined;
  return rule !== undefined && SIZES.indexOf(rule.size) <= SIZES.indexOf(size);
}

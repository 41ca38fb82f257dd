import type { ContentOf, Fields } from '../field';
import { AnchorNames, isAnchor } from './anchor-names';
import type { RichTextNode } from './document';
import { textOf } from './to-text';

/**
 * BLK-03: every heading of a page's content gets an anchor when it is saved: a slug of its text, with -2, -3 on repetition.
 * One that it has is kept, whatever happens to the text, so that links to it go on working. The first of two equal ones wins.
 */
export function assignAnchors<F extends Fields>(fields: F, content: ContentOf<F>): ContentOf<F> {
  const names = new AnchorNames();
  const keepers = new Set<number>();
  let position = 0;
  visit(content, fields, ({ anchor }) => {
    if (isAnchor(anchor) && !names.has(anchor)) {
      names.add(anchor);
      keepers.add(position);
    }
    position += 1;
  });

  position = 0;
  return visit(content, fields, ({ anchor, text }) => {
    const keeps = keepers.has(position);
    position += 1;
    return keeps ? undefined : names.make(isAnchor(anchor) ? anchor : text);
  }) as ContentOf<F>;
}

interface Heading {
  readonly anchor: unknown;
  readonly text: string;
}

/** Gives the new anchor, or undefined to leave it. */
type Visitor = (heading: Heading) => string | undefined | void;

/** In the order of the fields, since the database keeps the keys of an object in an order of its own. */
function visit(content: Readonly<Record<string, unknown>>, fields: Fields, visitor: Visitor): Record<string, unknown> {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, visitValue(content[name], visitor)]));
}

function visitValue(value: unknown, visitor: Visitor): unknown {
  if (Array.isArray(value)) return value.map((item) => visitValue(item, visitor));
  if (typeof value !== 'object' || value === null) return value;
  if (isHeadingNode(value)) return { ...value, attrs: { ...value.attrs, anchor: named(visitor, value.attrs?.['anchor'], textOf(value)) } };
  if (isHeadingBlock(value)) return { ...value, value: { ...value.value, anchor: named(visitor, value.value.anchor, value.value.text) } };
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, visitValue(part, visitor)]));
}

function named(visitor: Visitor, anchor: unknown, text: string): unknown {
  return text.trim() === '' ? anchor ?? null : visitor({ anchor, text }) ?? anchor;
}

function isHeadingNode(value: object): value is RichTextNode {
  return 'type' in value && value.type === 'heading' && 'attrs' in value && 'content' in value;
}

function isHeadingBlock(value: object): value is { value: { text: string; anchor: unknown } } {
  return 'type' in value && value.type === 'heading' && 'value' in value && typeof value.value === 'object' && value.value !== null
    && 'text' in value.value && typeof value.value.text === 'string';
}

import type { Block } from '../block-type';
import type { Field } from '../field';
import type { BlocksField } from '../fields/blocks';
import { same } from '../merge/same';
import type { AnyPageType } from '../page-type';
import { commonFormFields } from '../pages/common-form';
import type { PageText } from '../revisions/page-text';

/** A part of a page's text that is compared, and restored, by itself: a field, or a block of a stream. */
export type Part = FieldPart | BlockPart;

interface Compared {
  /** `title`, `slug`, `common.description`, `content.introduction`, `content.body.<block id>` */
  readonly path: string;
  readonly label: string;
  readonly state: 'same' | 'changed' | 'added' | 'removed';
}

export interface FieldPart extends Compared {
  readonly kind: 'field';
  /** Null: title and slug. */
  readonly field: Field<unknown> | null;
  readonly older: unknown;
  readonly newer: unknown;
}

export interface BlockPart extends Compared {
  readonly kind: 'block';
  readonly field: BlocksField;
  readonly older: Block | null;
  readonly newer: Block | null;
  /** It stands elsewhere among those that are in both. */
  readonly moved: boolean;
}

/** Every part of two texts, in the order of the newer one; what it has no more stands where it was. */
export function partsOf(type: AnyPageType, older: PageText, newer: PageText): Part[] {
  return [
    fieldPart('title', 'Title', null, older.title, newer.title),
    ...Object.entries(type.fields).flatMap(([name, field]): Part[] => (
      isBlocks(field) ? blockParts(`content.${name}`, field, blocksIn(older, name), blocksIn(newer, name)) : [fieldPart(`content.${name}`, field.label, field, older.content[name], newer.content[name])]
    )),
    fieldPart('slug', 'Address', null, older.slug, newer.slug),
    ...Object.entries<Field<unknown>>(commonFormFields).map(([name, field]) => (
      fieldPart(`common.${name}`, field.label, field, valueOf(older.common, name), valueOf(newer.common, name))
    )),
  ];
}

export function isBlocks(field: Field<unknown>): field is BlocksField {
  return field.kind === 'blocks';
}

export function blocksIn({ content }: PageText, name: string): readonly Block[] {
  return (content[name] ?? []) as Block[];
}

function valueOf(record: object, name: string): unknown {
  return (record as Record<string, unknown>)[name];
}

function fieldPart(path: string, label: string, field: Field<unknown> | null, older: unknown, newer: unknown): FieldPart {
  return { kind: 'field', path, label, field, older, newer, state: same(older, newer) ? 'same' : 'changed' };
}

function blockParts(path: string, field: BlocksField, older: readonly Block[], newer: readonly Block[]): BlockPart[] {
  const before = new Map(older.map((block) => [block.id, block]));
  const staying = unmoved(older.map(({ id }) => id), newer.map(({ id }) => id));
  const partOf = (was: Block | null, is: Block | null): BlockPart => {
    const block = (is ?? was)!;
    const label = field.types.find(({ type }) => type === block.type)?.label ?? block.type;
    const state = was === null ? 'added' : is === null ? 'removed' : same(was, is) ? 'same' : 'changed';
    return { kind: 'block', path: `${path}.${block.id}`, label, field, older: was, newer: is, state, moved: was !== null && is !== null && !staying.has(block.id) };
  };
  const after = newer.map((block) => partOf(before.get(block.id) ?? null, block));
  return withRemoved(after, older, (block) => partOf(block, null));
}

/** What is gone, behind the block that it stood behind. */
function withRemoved(parts: readonly BlockPart[], older: readonly Block[], removed: (block: Block) => BlockPart): BlockPart[] {
  const result = [...parts];
  let at = 0;
  for (const block of older) {
    const place = result.findIndex((part) => (part.newer ?? part.older)?.id === block.id);
    if (place === -1) result.splice(at, 0, removed(block));
    at = place === -1 ? at + 1 : place + 1;
  }
  return result;
}

/** Of the ids in both lists, the most that stand in the same order; whatever else is in both has moved. */
function unmoved(older: readonly string[], newer: readonly string[]): Set<string> {
  const places = new Map(older.map((id, index) => [id, index]));
  const common = newer.filter((id) => places.has(id));
  const longest: { id: string; length: number; before: number }[] = [];
  common.forEach((id, index) => {
    const candidates = longest.slice(0, index).map((entry, at) => ({ at, length: entry.length })).filter(({ at }) => places.get(common[at]!)! < places.get(id)!);
    const best = candidates.reduce((top, one) => (one.length > top.length ? one : top), { at: -1, length: 0 });
    longest.push({ id, length: best.length + 1, before: best.at });
  });
  const kept = new Set<string>();
  let at = longest.reduce((top, { length }, index) => (top === -1 || length > longest[top]!.length ? index : top), -1);
  for (; at !== -1; at = longest[at]!.before) kept.add(longest[at]!.id);
  return kept;
}

import type { Block } from '../block-type';
import type { Field, Fields } from '../field';
import type { BlocksField } from '../fields/blocks';
import type { GroupField } from '../fields/group';
import type { ListField } from '../fields/list';
import { isOptional } from '../fields/optional';
import type { RichText } from '../rich-text/document';
import type { Sides } from './hunks';
import { mergeBlocks } from './merge-blocks';
import { mergeRichText } from './merge-rich-text';
import { mergeRows } from './merge-rows';
import { mergeSequence } from './merge-sequence';
import { settle, simple, type Merging, type Path } from './merging';
import { same } from './same';

type Content = Record<string, unknown>;

/** A value of a field that may have changed on both sides. */
export function mergeField(merging: Merging, path: Path, field: Field<unknown>, sides: Sides<unknown>): unknown {
  const settled = simple(sides);
  if (settled) return settled.value;
  if ([sides.base, sides.mine, sides.theirs].some((value) => value === null || value === undefined)) return settle(merging, path, 'value', sides);
  return mergeValue(merging, path, isOptional(field) ? field.of : field, sides);
}

function mergeValue(merging: Merging, path: Path, field: Field<unknown>, sides: Sides<unknown>): unknown {
  switch (field.kind) {
    case 'blocks': return mergeBlocks(merging, path, field as BlocksField, sides as Sides<readonly Block[]>, mergeRecord);
    case 'group': return mergeRecord(merging, path, (field as GroupField<Fields>).fields, sides as Sides<Content>);
    case 'rich-text': return mergeRichText(merging, path, sides as Sides<RichText>);
    case 'cells': case 'typed-cells': return mergeRows(merging, path, sides as Sides<readonly unknown[][]>);
    case 'list': return mergeList(merging, path, field as ListField<unknown>, sides as Sides<readonly unknown[]>);
    default: return settle(merging, path, 'value', sides, joined(field.kind, sides));
  }
}

/** Items have no ids: they are the same when they are equal. One that both changed is merged field by field. */
function mergeList(merging: Merging, path: Path, field: ListField<unknown>, sides: Sides<readonly unknown[]>): unknown[] {
  return mergeSequence(merging, path, sides, {
    kind: 'items', union: true, mergeItem: (inside, at, item) => [mergeField(inside, at, field.of, item)],
  });
}

/** Field by field; what belongs together is one question. */
export function mergeRecord(merging: Merging, path: Path, fields: Fields, sides: Sides<Content>): Content {
  if (areColumnsTorn(fields, sides)) return settle(merging, path, 'value', sides);
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => (
    [name, mergeField(merging, [...path, name], field, { base: sides.base[name], mine: sides.mine[name], theirs: sides.theirs[name] })]
  )));
}

/** A typed table's rows say nothing without its columns: one side's columns do not fit the other side's rows. */
function areColumnsTorn(fields: Fields, { base, mine, theirs }: Sides<Content>): boolean {
  const namesOf = (kind: string): string[] => Object.keys(fields).filter((name) => fields[name]!.kind === kind);
  const rows = namesOf('typed-cells');
  if (rows.length === 0) return false;
  const changed = (side: Content, names: readonly string[]): boolean => names.some((name) => !same(base[name], side[name]));
  const columns = namesOf('list');
  return (changed(mine, columns) && changed(theirs, [...rows, ...columns])) || (changed(theirs, columns) && changed(mine, rows));
}

const BETWEEN: Readonly<Record<string, string>> = { text: ' ', 'multiline-text': '\n\n', markdown: '\n\n', 'raw-html': '\n\n' };

/** Only texts can stand one after the other. */
function joined(kind: string, { mine, theirs }: Sides<unknown>): (() => unknown) | undefined {
  const between = BETWEEN[kind];
  return between !== undefined && typeof mine === 'string' && typeof theirs === 'string' ? () => `${mine}${between}${theirs}` : undefined;
}

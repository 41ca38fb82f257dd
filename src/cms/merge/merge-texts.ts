import type { Block } from '../block-type';
import type { Field } from '../field';
import type { BlocksField } from '../fields/blocks';
import type { AnyPageType } from '../page-type';
import type { CommonFields } from '../pages/page';
import type { PageText } from '../revisions/page-text';
import type { Sides } from './hunks';
import { mergeBlocks } from './merge-blocks';
import { mergeField, mergeRecord } from './merge-field';
import { settle, simple, type Change, type Choice, type Clash, type Merging } from './merging';

export interface Merge {
  /** With what was chosen; where nothing was chosen yet, mine. */
  readonly text: PageText;
  /** Everything that had to be chosen, also what was. */
  readonly clashes: readonly Clash[];
  /** What was merged without a question. */
  readonly changes: readonly Change[];
}

const NOTHING_CHOSEN: ReadonlyMap<string, Choice> = new Map();

/**
 * Three-way merge of what two people made of one text (rule 6): field by field, block by block, in rich text paragraph by
 * paragraph, in tables row by row. Clean when nothing of `clashes` is without a choice. Pure; the texts are of the type's current version.
 */
export function mergeTexts(type: AnyPageType, sides: Sides<PageText>, choices: ReadonlyMap<string, Choice> = NOTHING_CHOSEN): Merge {
  const merging: Merging = { choices, clashes: [], changes: [] };
  const text: PageText = {
    title: mergeOne(merging, ['title'], pick(sides, ({ title }) => title)),
    slug: mergeOne(merging, ['slug'], pick(sides, ({ slug }) => slug)),
    common: mergeCommon(merging, sides),
    content: Object.fromEntries(Object.entries(type.fields).map(([name, field]) => (
      [name, mergeContent(merging, name, field, pick(sides, ({ content }) => content[name]))]
    ))),
  };
  return { text, clashes: merging.clashes, changes: merging.changes };
}

export function isClean({ clashes }: Merge): boolean {
  return clashes.every(({ choice }) => choice !== null);
}

function mergeCommon(merging: Merging, sides: Sides<PageText>): CommonFields {
  const names = Object.keys(sides.theirs.common) as (keyof CommonFields)[];
  return Object.fromEntries(names.map((name) => [name, mergeOne(merging, ['common', name], pick(sides, ({ common }) => common[name]))])) as unknown as CommonFields;
}

/** A value that is taken as a whole. */
function mergeOne<T>(merging: Merging, path: readonly string[], sides: Sides<T>): T {
  const settled = simple(sides);
  if (!settled) return settle(merging, path, 'value', sides);
  if (settled.by) merging.changes.push({ path, by: settled.by, what: 'changed' });
  return settled.value;
}

/** Blocks tell of themselves one by one; any other field is one line of what was merged. */
function mergeContent(merging: Merging, name: string, field: Field<unknown>, sides: Sides<unknown>): unknown {
  const path = ['content', name];
  const inside: Merging = { ...merging, clashes: [], changes: [] };
  // also when only one side changed something: which blocks those were is told
  const value = field.kind === 'blocks' ? mergeBlocks(inside, path, field as BlocksField, sides as Sides<readonly Block[]>, mergeRecord) : mergeField(inside, path, field, sides);
  merging.clashes.push(...inside.clashes);
  if (field.kind === 'blocks') merging.changes.push(...inside.changes);
  else if (inside.clashes.length === 0) tellField(merging, path, sides);
  return value;
}

function tellField(merging: Merging, path: readonly string[], sides: Sides<unknown>): void {
  const settled = simple(sides);
  const by = settled ? settled.by : 'both';
  if (by) merging.changes.push({ path, by, what: 'changed' });
}

function pick<T>({ base, mine, theirs }: Sides<PageText>, part: (text: PageText) => T): Sides<T> {
  return { base: part(base), mine: part(mine), theirs: part(theirs) };
}

import type { AnyBlockType, Block } from '../block-type';
import type { Field, Fields } from '../field';
import type { BlocksField } from '../fields/blocks';
import type { GroupField } from '../fields/group';
import type { ListField } from '../fields/list';
import { isOptional } from '../fields/optional';
import { text } from '../fields/text';
import type { AnyPageType } from '../page-type';
import { commonFormFields } from '../pages/common-form';
import type { PageText } from '../revisions/page-text';
import { headingsOf } from '../search/headings';
import type { Path } from './merging';

/** What a path of a merge leads to, for people. */
export interface Spot {
  /** `Title of the box`, `Text below “From proposal to standard”` */
  readonly title: string;
  /** `Body, block 3, paragraph 2`; null: the title says it all. */
  readonly where: string | null;
  /** What holds the value; null for a block as a whole. */
  readonly field: Field<unknown> | null;
  readonly blockType: AnyBlockType | null;
}

const OWN: Fields = { title: text({ label: 'Title', max: 255 }), slug: text({ label: 'Slug', max: 255 }) };

/** `texts`: where blocks are looked for, the one that readers of the screen know best first. */
export function spotOf(type: AnyPageType, texts: readonly PageText[], [first, second, ...rest]: Path): Spot {
  if (first === 'common') return plain((commonFormFields as Fields)[second!] ?? OWN['title']!);
  if (first !== 'content') return plain(OWN[first!] ?? OWN['title']!);
  const field = type.fields[second!]!;
  if (field.kind !== 'blocks') return { ...plain(innermost(field, rest), field), where: partOf(field, rest) };
  const streams = texts.map(({ content }) => content[second!] as readonly Block[]);
  if (rest[0] === 'order' && !streams.some((blocks) => blocks.some(({ id }) => id === 'order'))) return { title: `Order: ${field.label.toLowerCase()}`, where: null, field, blockType: null };
  return inBlock(field as BlocksField, streams, rest);
}

function plain(field: Field<unknown>, outer: Field<unknown> = field): Spot {
  const title = field === outer || field.label === '' ? outer.label : `${outer.label}: ${field.label.toLowerCase()}`;
  return { title, where: null, field, blockType: null };
}

function inBlock({ types, label }: BlocksField, streams: readonly (readonly Block[])[], [id, name, ...rest]: Path): Spot {
  const stream = streams.find((blocks) => blocks.some((block) => block.id === id)) ?? [];
  const index = stream.findIndex((block) => block.id === id);
  const blockType = types.find(({ type }) => type === stream[index]?.type) ?? null;
  const outer = name === undefined ? undefined : blockType?.fields[name];
  const heading = headingsOf(stream.slice(0, Math.max(index, 0))).at(-1);
  const kind = blockType?.label ?? 'Block';
  const title = outer && Object.keys(blockType!.fields).length > 1 ? `${outer.label} of the ${kind.toLowerCase()}` : heading ? `${kind} below “${heading}”` : kind;
  const where = [`${label}, block ${index + 1}`, outer ? partOf(outer, rest) : null].filter((words) => words !== null).join(', ');
  return { title, where, field: outer ? innermost(outer, rest) : null, blockType };
}

/** Down through groups and lists; places in a text or a table lead nowhere further. */
function innermost(field: Field<unknown>, [name, ...rest]: Path): Field<unknown> {
  const of = isOptional(field) ? field.of : field;
  if (name === undefined) return of;
  const inner = of.kind === 'group' ? (of as GroupField<Fields>).fields[name] : of.kind === 'list' ? (of as ListField<unknown>).of : undefined;
  return inner ? innermost(inner, rest) : of;
}

const PARTS: Readonly<Record<string, string>> = { 'rich-text': 'paragraph', cells: 'row', 'typed-cells': 'row', list: 'entry' };

/** `paragraph 2`: where in a long value, as it was before both changed it. */
function partOf(field: Field<unknown>, path: Path): string | null {
  const index = path.find((name) => name.startsWith('~'));
  const part = PARTS[field.kind];
  return index && part ? `${part} ${Number(index.slice(1)) + 1}` : null;
}

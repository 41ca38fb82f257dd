import { z } from 'zod';
import type { AnyBlockType, Block } from '../block-type';
import { contentFromPortable, contentSchema, contentTexts, draftSchema, mapContentReferences, readFields } from '../content';
import type { Field } from '../field';
import type { FormContext, FormValues } from '../form-values';
import type { Portable } from '../portable';
import { itemsOf, type Reading } from './from-form';
import { parsePortable, refuse } from './from-portable';

export interface BlocksField extends Field<Block[]> {
  readonly types: readonly AnyBlockType[];
}

export const MAX_BLOCKS = 300;
const portableBlock = z.strictObject({ type: z.string(), value: z.unknown(), id: z.string().optional() });

/** A stream of blocks of the types named, in any order. Errors are at `body.3.value.text`. */
export function blocks(options: { label: string; types: readonly AnyBlockType[]; required?: boolean; help?: string }): BlocksField {
  const byType = new Map(options.types.map((type) => [type.type, type]));
  const typeOf = (block: Block) => byType.get(block.type);
  return {
    kind: 'blocks',
    label: options.label,
    help: options.help ?? null,
    weight: 'C',
    types: options.types,
    schema: streamOf(options.types, (type) => contentSchema(type.fields)).min(options.required ? 1 : 0, 'Write something here.'),
    draft: uniqueList(draftBlock(options.types)),
    empty: [],
    texts: (value) => value.flatMap((block) => contentTexts(typeOf(block)?.fields ?? {}, block.value)),
    mapReferences: (value, change) => value.map((block) => (
      { ...block, value: typeOf(block) ? mapContentReferences(typeOf(block)?.fields ?? {}, block.value, change) : block.value }
    )),
    fromPortable: (value, portable) => parsePortable(z.array(portableBlock).max(MAX_BLOCKS), value, portable)
      .map((block, index) => fromPortableBlock(block, byType, portable.within(index))),
    fromForm: (form, name, stored, at) => readBlocks(byType, { form, name, stored, empty: [], at }),
  };
}

function streamOf(types: readonly AnyBlockType[], valueOf: (type: AnyBlockType) => z.ZodType) {
  const [first, ...others] = types.map((type) => oneOf(type, valueOf(type)));
  if (!first) throw new Error('A field of blocks needs at least one type.');
  return uniqueList(z.discriminatedUnion('type', [first, ...others], { error: () => 'There is no such block here.' }) as unknown as z.ZodType<Block>);
}

/** A kind of block that the program no longer knows stays in drafts, so that nothing is lost; publishing asks to take it out. */
function draftBlock(types: readonly AnyBlockType[]): z.ZodType<Block> {
  const known = new Map<unknown, z.ZodType>(types.map((type) => [type.type, oneOf(type, draftSchema(type.fields))]));
  const unknown = z.strictObject({ id: ID, type: z.string().regex(/^[a-z0-9-]{1,64}$/, 'There is no such block here.'), value: z.record(z.string(), z.unknown()) });
  return z.looseObject({}, 'A block is damaged.').transform((block, context): Block => {
    const result = (known.get(block['type']) ?? unknown).safeParse(block);
    if (result.success) return result.data as Block;
    result.error.issues.forEach(({ message, path }) => { context.addIssue({ code: 'custom', message, path: [...path] }); });
    return z.NEVER;
  });
}

const ID = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'A block has no usable id.');

function oneOf(type: AnyBlockType, value: z.ZodType) {
  return z.strictObject({ id: ID, type: z.literal(type.type), value });
}

function uniqueList(block: z.ZodType<Block>) {
  return z.array(block, 'This has to be a list of blocks.')
    .max(MAX_BLOCKS, `At most ${MAX_BLOCKS} blocks.`)
    .refine((list) => new Set(list.map((one) => one.id)).size === list.length, 'Two blocks have the same id.');
}

type Types = ReadonlyMap<string, AnyBlockType>;

/** Blocks in the order of the form. Who may not change a kind, or whose program does not know it, was shown no fields of it: it stays as stored. */
function readBlocks(types: Types, { form, name, stored, at }: Reading<Block[]>): Block[] {
  const ids = itemsOf(form, name);
  if (!ids) return stored ?? [];
  if (ids.length > MAX_BLOCKS) at.refuse(`At most ${MAX_BLOCKS} blocks.`);

  const before = new Map(stored?.map((block) => [block.id, block]));
  const blocks: Block[] = [];
  for (const id of ids.slice(0, MAX_BLOCKS)) {
    const block = readBlock(types, form, `${name}.${id}`, { id, was: before.get(id) }, at.within(blocks.length));
    if (block) blocks.push(block);
  }
  return blocks;
}

function readBlock(types: Types, form: FormValues, name: string, { id, was }: { id: string; was: Block | undefined }, at: FormContext): Block | undefined {
  const key = form.get(`${name}.type`) ?? was?.type ?? '';
  const type = types.get(key);
  const isLocked = !type || (type.permission !== null && !at.may(type.permission));
  if (isLocked && was?.type === key) return was;
  if (isLocked) {
    at.refuse(type ? `You may not add blocks of the kind “${type.label}”.` : 'There is no such block here.');
    return undefined;
  }
  return { id, type: key, value: readFields(type.fields, form, `${name}.value`, was?.type === key ? was.value : undefined, at.within('value')) };
}

/** Ids in the file are not taken over: the same file may be loaded into two pages, or twice into one. */
function fromPortableBlock(block: z.infer<typeof portableBlock>, types: Types, portable: Portable): Block {
  const type = types.get(block.type);
  if (!type) return refuse(portable, `There is no block ${block.type} here.`);
  return { id: portable.newId(), type: block.type, value: contentFromPortable(type.fields, block.value, portable.within('value')) };
}

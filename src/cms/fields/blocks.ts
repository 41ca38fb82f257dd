import { z } from 'zod';
import type { AnyBlockType, Block } from '../block-type';
import { contentFromPortable, contentSchema, contentTexts, draftSchema, mapContentReferences } from '../content';
import type { Field } from '../field';
import type { Portable } from '../portable';
import { parsePortable, refuse } from './from-portable';

export interface BlocksField extends Field<Block[]> {
  readonly types: readonly AnyBlockType[];
}

const MAX_BLOCKS = 300;
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
    draft: streamOf(options.types, (type) => draftSchema(type.fields)),
    empty: [],
    texts: (value) => value.flatMap((block) => contentTexts(typeOf(block)?.fields ?? {}, block.value)),
    mapReferences: (value, change) => value.map((block) => (
      { ...block, value: mapContentReferences(typeOf(block)?.fields ?? {}, block.value, change) }
    )),
    fromPortable: (value, portable) => parsePortable(z.array(portableBlock).max(MAX_BLOCKS), value, portable)
      .map((block, index) => fromPortableBlock(block, byType, portable.within(index))),
  };
}

function streamOf(types: readonly AnyBlockType[], valueOf: (type: AnyBlockType) => z.ZodType) {
  const [first, ...others] = types.map((type) => z.strictObject({
    id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'A block has no usable id.'), type: z.literal(type.type), value: valueOf(type),
  }));
  if (!first) throw new Error('A field of blocks needs at least one type.');

  const block = z.discriminatedUnion('type', [first, ...others], { error: () => 'There is no such block here.' });
  return z.array(block, 'This has to be a list of blocks.')
    .max(MAX_BLOCKS, `At most ${MAX_BLOCKS} blocks.`)
    .refine((list) => new Set(list.map((one) => one.id)).size === list.length, 'Two blocks have the same id.') as unknown as z.ZodArray<z.ZodType<Block>>;
}

/** Ids in the file are not taken over: the same file may be loaded into two pages, or twice into one. */
function fromPortableBlock(block: z.infer<typeof portableBlock>, types: ReadonlyMap<string, AnyBlockType>, portable: Portable): Block {
  const type = types.get(block.type);
  if (!type) return refuse(portable, `There is no block ${block.type} here.`);
  return { id: portable.newId(), type: block.type, value: contentFromPortable(type.fields, block.value, portable.within('value')) };
}

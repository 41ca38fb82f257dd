import type { Block } from '../block-type';
import type { Fields } from '../field';
import type { BlocksField } from '../fields/blocks';
import type { Sides } from './hunks';
import { mergeOrder } from './merge-order';
import { settle, simple, type Change, type Merging, type Path } from './merging';

/** How a block's own fields are merged. */
export type MergeRecord = (merging: Merging, path: Path, fields: Fields, sides: Sides<Block['value']>) => Block['value'];

/** Blocks have ids: what became of each, then in which order they stand. */
export function mergeBlocks(merging: Merging, path: Path, field: BlocksField, { base, mine, theirs }: Sides<readonly Block[]>, mergeRecord: MergeRecord): Block[] {
  const byId = { base: indexed(base), mine: indexed(mine), theirs: indexed(theirs) };
  const kept = new Map<string, readonly Block[]>();
  const ids = [...new Set([...byId.theirs.keys(), ...byId.mine.keys(), ...byId.base.keys()])];
  for (const id of ids) {
    const blocks = mergeBlock(merging, [...path, id], field, { base: byId.base.get(id), mine: byId.mine.get(id), theirs: byId.theirs.get(id) }, mergeRecord);
    if (blocks.length > 0) kept.set(id, blocks);
  }
  const order = mergeOrder(merging, path, { base: [...byId.base.keys()], mine: [...byId.mine.keys()], theirs: [...byId.theirs.keys()] }, new Set(kept.keys()));
  return order.flatMap((id) => kept.get(id) ?? []);
}

function indexed(blocks: readonly Block[]): Map<string, Block> {
  return new Map(blocks.map((block) => [block.id, block]));
}

/** None: it is gone. Two: both texts stay. */
function mergeBlock(merging: Merging, path: Path, field: BlocksField, sides: Sides<Block | undefined>, mergeRecord: MergeRecord): readonly Block[] {
  const settled = simple(sides);
  if (settled) {
    if (settled.by) merging.changes.push({ path, by: settled.by, what: whatHappened(sides) });
    return settled.value ? [settled.value] : [];
  }
  const { base, mine, theirs } = sides;
  if (!mine || !theirs) return settle<readonly Block[]>(merging, path, 'removed', lists(sides));
  if (!base || base.type !== mine.type || base.type !== theirs.type) return mergeWhole(merging, path, sides);
  return mergeInside(merging, path, field, { base, mine, theirs }, mergeRecord);
}

function whatHappened({ base, mine, theirs }: Sides<Block | undefined>): Change['what'] {
  if (!base) return 'added';
  return mine && theirs ? 'changed' : 'removed';
}

function mergeInside(merging: Merging, path: Path, field: BlocksField, { base, mine, theirs }: Sides<Block>, mergeRecord: MergeRecord): readonly Block[] {
  const type = field.types.find((candidate) => candidate.type === base.type);
  if (!type) return mergeWhole(merging, path, { base, mine, theirs });
  const before = merging.clashes.length;
  const value = mergeRecord(merging, path, type.fields, { base: base.value, mine: mine.value, theirs: theirs.value });
  if (merging.clashes.length === before) merging.changes.push({ path, by: 'both', what: 'changed' });
  return [{ ...base, value }];
}

function mergeWhole(merging: Merging, path: Path, sides: Sides<Block | undefined>): readonly Block[] {
  return settle<readonly Block[]>(merging, path, 'block', lists(sides), () => [sides.mine!, { ...sides.theirs!, id: secondId(sides.theirs!.id) }]);
}

function lists({ base, mine, theirs }: Sides<Block | undefined>): Sides<readonly Block[]> {
  const list = (block: Block | undefined): readonly Block[] => (block ? [block] : []);
  return { base: list(base), mine: list(mine), theirs: list(theirs) };
}

/** Of a block that is there twice. Longer than any that the editor makes, so that it is nobody else's. */
function secondId(id: string): string {
  return `${id.slice(0, 57)}-theirs`;
}

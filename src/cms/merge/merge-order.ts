import type { Sides } from './hunks';
import { settle, simple, type Merging, type Path } from './merging';

/**
 * In which order blocks stand: those that all three have as the side that moved them wants, the others behind the block that they
 * followed where they come from. Both moved, and not the same way: a question.
 */
export function mergeOrder(merging: Merging, path: Path, sides: Sides<readonly string[]>, kept: ReadonlySet<string>): string[] {
  const common = new Set(sides.base.filter((id) => kept.has(id) && sides.mine.includes(id) && sides.theirs.includes(id)));
  const orders = { base: only(sides.base, common), mine: only(sides.mine, common), theirs: only(sides.theirs, common) };
  const settled = simple(orders);
  if (settled?.by) tellMoves(merging, path, orders, settled.by);
  const order = settled?.value ?? settle(merging, [...path, 'order'], 'order', orders);

  const [mine, theirs] = [followers(sides.mine, common, kept), followers(sides.theirs, common, kept)];
  const placed = new Set<string>();
  return ['', ...order].flatMap((anchor) => [anchor, ...together(mine.get(anchor) ?? [], theirs.get(anchor) ?? [])]).filter((id) => {
    if (id === '' || placed.has(id)) return false;
    placed.add(id);
    return true;
  });
}

function only(ids: readonly string[], wanted: ReadonlySet<string>): readonly string[] {
  return ids.filter((id) => wanted.has(id));
}

/** Of one side: what stands behind each block that all have ('': at the beginning). */
function followers(ids: readonly string[], common: ReadonlySet<string>, kept: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>([['', []]]);
  let anchor = '';
  for (const id of ids) {
    if (common.has(id)) found.set(anchor = id, []);
    else if (kept.has(id)) found.get(anchor)!.push(id);
  }
  return found;
}

/** Both put something at one place: all of it, in an order that does not depend on who asks. */
function together(mine: readonly string[], theirs: readonly string[]): readonly string[] {
  return (mine[0] ?? '') < (theirs[0] ?? '') ? [...mine, ...theirs] : [...theirs, ...mine];
}

/** The fewest blocks that have to move to come from one order to the other. */
function tellMoves(merging: Merging, path: Path, { base, mine, theirs }: Sides<readonly string[]>, by: 'mine' | 'theirs' | 'both' | 'same'): void {
  const order = by === 'theirs' ? theirs : mine;
  const stays = new Set(longestRise(order.map((id) => base.indexOf(id))).map((index) => base[index]));
  for (const id of order) if (!stays.has(id)) merging.changes.push({ path: [...path, id], by, what: 'moved' });
}

/** The longest part of a list of different numbers that only rises. At most 300 blocks: no need to be clever. */
function longestRise(numbers: readonly number[]): readonly number[] {
  const best: number[][] = [];
  numbers.forEach((number, index) => {
    const before = best.slice(0, index).filter((rise) => rise.at(-1)! < number).reduce<number[]>((one, other) => (other.length > one.length ? other : one), []);
    best.push([...before, number]);
  });
  return best.reduce<number[]>((one, other) => (other.length > one.length ? other : one), []);
}

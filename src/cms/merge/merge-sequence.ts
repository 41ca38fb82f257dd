import { hunksOf, type Hunk, type Sides } from './hunks';
import { settle, simple, type ClashKind, type Merging, type Path } from './merging';
import { canonical, same } from './same';

export interface SequenceRules<T> {
  readonly kind: ClashKind;
  /** What both added at one place stays, in an order that does not depend on who asks. False: it is a question. */
  readonly union: boolean;
  /** One element that both changed. */
  mergeItem(merging: Merging, path: Path, sides: Sides<T>): readonly T[];
}

/** Paragraphs, rows, items of a list: merged by what they are, since they have no ids. */
export function mergeSequence<T>(merging: Merging, path: Path, sides: Sides<readonly T[]>, rules: SequenceRules<T>): T[] {
  const parts = hunksOf(sides);
  if (!parts) return [...settle(merging, path, rules.kind, sides, () => [...sides.mine, ...sides.theirs])];
  return parts.flatMap((part) => ('kept' in part ? [part.kept] : mergeHunk(merging, path, part, rules)));
}

function mergeHunk<T>(merging: Merging, path: Path, hunk: Hunk<T>, rules: SequenceRules<T>): readonly T[] {
  const settled = simple<readonly T[]>(hunk);
  if (settled) return settled.value;
  const { base, mine, theirs, at } = hunk;
  if (base.length > 0 && base.length === mine.length && base.length === theirs.length) return mergeOneByOne(merging, path, hunk, rules);
  if (base.length === 0 && rules.union) return union(mine, theirs);
  return settle<readonly T[]>(merging, [...path, `~${at}`], rules.kind, { base, mine, theirs }, () => [...mine, ...theirs]);
}

/** As many as before on both sides: neighbours that different people changed are no clash. */
function mergeOneByOne<T>(merging: Merging, path: Path, { base, mine, theirs, at }: Hunk<T>, rules: SequenceRules<T>): readonly T[] {
  return base.flatMap((item, index) => {
    const sides = { base: item, mine: mine[index]!, theirs: theirs[index]! };
    const settled = simple(sides);
    return settled ? [settled.value] : rules.mergeItem(merging, [...path, `~${at + index}`], sides);
  });
}

/** All of both, each side's in its own order; what both added once. */
export function union<T>(mine: readonly T[], theirs: readonly T[]): T[] {
  const [first, second] = canonical(mine) < canonical(theirs) ? [mine, theirs] : [theirs, mine];
  return [...first, ...second.filter((item) => !first.some((other) => same(item, other)))];
}

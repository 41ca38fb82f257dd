import type { Sides } from './hunks';
import { same } from './same';

export type Choice = 'mine' | 'theirs' | 'both';

/** Names of fields, ids of blocks and places in sequences (`~3`), from the outside in. */
export type Path = readonly string[];

/** What a clash is about: a value, a stretch of rich text, of rows or of a list, a block as a whole, a block that one side removed, an order. */
export type ClashKind = 'value' | 'nodes' | 'rows' | 'items' | 'block' | 'removed' | 'order';

/** A place where both sides wrote something else. */
export interface Clash extends Sides<unknown> {
  /** Its path in one word: the name of the choice. */
  readonly place: string;
  readonly path: Path;
  readonly kind: ClashKind;
  /** Both texts can stay, one after the other. */
  readonly both: boolean;
  /** Null: not chosen yet; until then the merge has mine. */
  readonly choice: Choice | null;
}

/** A place that was merged without a question. `by` both: each side's change is in it; same: they changed the same. */
export interface Change {
  readonly path: Path;
  readonly by: 'mine' | 'theirs' | 'both' | 'same';
  readonly what: 'changed' | 'added' | 'removed' | 'moved';
}

/** What a merge finds on its way. */
export interface Merging {
  readonly choices: ReadonlyMap<string, Choice>;
  readonly clashes: Clash[];
  readonly changes: Change[];
}

export function placeOf(path: Path): string {
  return path.join('.');
}

/** One side changed: its value. Both changed the same: that. Undefined: both changed, and not the same. */
export function simple<T>({ base, mine, theirs }: Sides<T>): { value: T; by: Change['by'] | null } | undefined {
  if (same(mine, theirs)) return { value: mine, by: same(base, mine) ? null : 'same' };
  if (same(base, mine)) return { value: theirs, by: 'theirs' };
  if (same(base, theirs)) return { value: mine, by: 'mine' };
  return undefined;
}

/** Both wrote something else here: what somebody chose, else mine. `both`: the two one after the other, where that makes sense. */
export function settle<T>(merging: Merging, path: Path, kind: ClashKind, sides: Sides<T>, both?: () => T): T {
  const place = placeOf(path);
  const chosen = merging.choices.get(place) ?? null;
  const choice = chosen === 'both' && !both ? null : chosen;
  merging.clashes.push({ ...sides, place, path, kind, both: both !== undefined, choice });
  if (choice === 'both' && both) return both();
  return choice === 'theirs' ? sides.theirs : sides.mine;
}

import { diffArrays } from 'diff';
import { canonical } from './same';

/** The three texts of a merge. */
export interface Sides<T> {
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
}

/** A stretch of three sequences between elements that all of them kept, and where it begins in the base. */
export interface Hunk<T> extends Sides<readonly T[]> {
  readonly at: number;
}

/** An element that all three have. */
export interface Kept<T> {
  readonly kept: T;
}

/** More changed elements than this are not compared one by one: the time grows with their square. */
const MOST_CHANGES = 3_000;

/**
 * Three sequences, taken apart where all of them agree (diff3): elements that are the same in all three come as they are, what
 * lies between as hunks. Null when they have too little in common to be compared.
 */
export function hunksOf<T>({ base, mine, theirs }: Sides<readonly T[]>): (Kept<T> | Hunk<T>)[] | null {
  const keys = base.map(canonical);
  const [inMine, inTheirs] = [matches(keys, mine.map(canonical)), matches(keys, theirs.map(canonical))];
  if (!inMine || !inTheirs) return null;

  const parts: (Kept<T> | Hunk<T>)[] = [];
  let [b, m, t] = [0, 0, 0];
  for (let index = 0; index <= base.length; index += 1) {
    const ends = index === base.length;
    const [toMine, toTheirs] = ends ? [mine.length, theirs.length] : [inMine.get(index), inTheirs.get(index)];
    if (toMine === undefined || toTheirs === undefined) continue;
    if (index > b || toMine > m || toTheirs > t) parts.push({ at: b, base: base.slice(b, index), mine: mine.slice(m, toMine), theirs: theirs.slice(t, toTheirs) });
    if (!ends) parts.push({ kept: base[index]! });
    [b, m, t] = [index + 1, toMine + 1, toTheirs + 1];
  }
  return parts;
}

/** Where in `changed` the elements of `base` stand, by their place in `base`; those that are gone are left out. */
function matches(base: readonly string[], changed: readonly string[]): ReadonlyMap<number, number> | null {
  const changes = diffArrays([...base], [...changed], { maxEditLength: MOST_CHANGES });
  if (!changes) return null;
  const found = new Map<number, number>();
  let [from, to] = [0, 0];
  for (const { value, added, removed } of changes) {
    for (const _ of value) {
      if (!added && !removed) found.set(from, to);
      if (!added) from += 1;
      if (!removed) to += 1;
    }
  }
  return found;
}

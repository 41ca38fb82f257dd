import { diffArrays } from 'diff';
import type { Html } from '../../platform/html/html';
import { isCompared, piecesOf, type Compared } from './html-tokens';
import { printDiff } from './print-diff';

export interface HtmlDiff {
  /** The newer text with what is new in `<ins>` and what is gone in `<del>`; null: too large to be compared word by word. */
  readonly html: Html | null;
  /** Words out and in. */
  readonly removed: number;
  readonly added: number;
}

/** A stretch that is the same (`newer` as long as `older`), or one that was replaced. */
export interface Step {
  readonly same: boolean;
  readonly older: readonly Compared[];
  readonly newer: readonly Compared[];
}

const MOST_PIECES = 20_000;
/** Two texts that have little in common are no longer comparable word by word, neither for people nor in time. */
const MOST_CHANGES = 6_000;
const MOST_TIME = 400;

/** Two texts compared word by word. The result has the structure of the newer one, so it is as well-formed as that. */
export function diffHtml(older: string, newer: string): HtmlDiff {
  const pieces = piecesOf(newer);
  const [from, to] = [piecesOf(older).filter(isCompared), pieces.filter(isCompared)];
  const steps = from.length + to.length > MOST_PIECES ? undefined : stepsOf(from, to);
  if (!steps) return { html: null, removed: wordsIn(from), added: wordsIn(to) };
  const changed = steps.filter(({ same }) => !same);
  return {
    html: printDiff(pieces, steps),
    removed: changed.reduce((sum, step) => sum + wordsIn(step.older), 0),
    added: changed.reduce((sum, step) => sum + wordsIn(step.newer), 0),
  };
}

function wordsIn(pieces: readonly Compared[]): number {
  return pieces.filter((piece) => piece.kind === 'picture' || (piece.kind === 'word' && piece.counts)).length;
}

/** Undefined when it would take too long. */
function stepsOf(older: readonly Compared[], newer: readonly Compared[]): Step[] | undefined {
  const changes = diffArrays(older.map(({ key }) => key), newer.map(({ key }) => key), { maxEditLength: MOST_CHANGES, timeout: MOST_TIME });
  if (!changes) return undefined;
  const steps: Step[] = [];
  let [from, to] = [0, 0];
  for (const { added, removed, count } of changes) {
    const step: Step = { same: !added && !removed, older: added ? [] : older.slice(from, from + count), newer: removed ? [] : newer.slice(to, to + count) };
    from += step.older.length;
    to += step.newer.length;
    append(steps, step);
  }
  return joined(steps);
}

/** Out and in at one place are one step. */
function append(steps: Step[], step: Step): void {
  const last = steps.at(-1);
  if (last && last.same === step.same) {
    steps[steps.length - 1] = { same: step.same, older: [...last.older, ...step.older], newer: [...last.newer, ...step.newer] };
  } else {
    steps.push(step);
  }
}

/** A word or two that two changes happen to leave alone belong to the change: "the level of" became "how much of", not three changes. */
function joined(steps: readonly Step[]): Step[] {
  const result: Step[] = [];
  steps.forEach((step, index) => {
    const [before, after] = [result.at(-1), steps[index + 1]];
    const lost = step.same && before && !before.same && after && isTrifle(step, before, after);
    append(result, lost ? { ...step, same: false } : step);
  });
  return result;
}

/** Only between changes that both take something out and put something in; a paragraph's end is never a trifle. */
function isTrifle(step: Step, before: Step, after: Step): boolean {
  if (step.newer.length > 3 || step.newer.some(({ kind }) => kind !== 'word')) return false;
  if ([before, after].every(({ older }) => older.length === 0) || [before, after].every(({ newer }) => newer.length === 0)) return false;
  const length = lettersIn(step.newer);
  return [before, after].every(({ older, newer }) => length <= Math.max(lettersIn(older), lettersIn(newer)));
}

function lettersIn(pieces: readonly Compared[]): number {
  return pieces.reduce((sum, piece) => sum + (piece.kind === 'word' ? piece.html.length : 0), 0);
}

import type { Term, Terms } from './terms';

/** What the site knows of one term: whether any public text has it, and words that look like it, likeliest first. */
export interface TermFacts {
  readonly known: boolean;
  /** It is in a title or a summary, so it is hardly a slip of the pen. */
  readonly listed: boolean;
  readonly similar: readonly string[];
}

const KNOWN: TermFacts = { known: true, listed: true, similar: [] };

export interface Corrected {
  readonly terms: Terms;
  /** What was meant, if it was something else: "meeting registration". */
  readonly text: string | null;
}

/**
 * What somebody meant whose words are nowhere, or only in the depths of some text: the nearest word that is in titles, or the
 * beginning of one. Words that cannot be helped are dropped; `facts` in the order of `terms.wanted`.
 */
export function correct(terms: Terms, facts: readonly TermFacts[]): Corrected {
  const parts = terms.wanted.map((term, index) => correctTerm(term, facts[index] ?? KNOWN));
  const wanted = parts.flatMap(({ term }) => (term === null ? [] : [term]));
  const changed = parts.some(({ spelled }) => spelled !== null);
  const text = parts.map(({ spelled }, index) => spelled ?? asTyped(terms.wanted[index]!)).join(' ');
  return { terms: { wanted, unwanted: terms.unwanted }, text: changed ? text : null };
}

function correctTerm(term: Term, { known, listed, similar }: TermFacts): { term: Term | null; spelled: string | null } {
  const typed = term.pieces[0]!;
  if (term.quoted || term.pieces.length > 1 || (known && listed)) return { term: known ? term : null, spelled: null };
  const meant = similar.map((word) => ({ word, distance: distance(typed, word) })).filter((one) => one.distance <= mostWrong(typed))
    .sort((one, other) => one.distance - other.distance)[0];
  if (meant) return { term: { pieces: [meant.word], quoted: false, ...(known ? { also: typed } : {}) }, spelled: meant.word };
  if (known) return { term, spelled: null };
  return { term: typed.length < 2 ? null : { pieces: [beginningOf(typed)], quoted: false, unfinished: true }, spelled: null };
}

function asTyped({ pieces, quoted }: Term): string {
  return quoted ? `"${pieces.join(' ')}"` : pieces.join('-');
}

/** Of a long word that is nothing the first letters, which may be those of another. */
function beginningOf(word: string): string {
  return word.length <= 5 ? word : word.slice(0, Math.max(5, Math.floor(word.length * 0.7)));
}

function mostWrong(word: string): number {
  return word.length <= 4 ? 1 : word.length <= 8 ? 2 : 3;
}

/** Letters to change, add, leave out or swap with the next one. */
function distance(one: string, other: string): number {
  const rows = [Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let best = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) best = Math.min(best, rows[i - 2]![j - 2]! + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows[one.length]![other.length]!;
}

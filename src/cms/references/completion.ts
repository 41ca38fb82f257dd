import { parseTerms, writeBeginning } from '../search/terms';
import type { Typed } from '../reference-kind';

const MOST_WORDS = 6;

/** What was typed, in the shapes that kinds of reference look for. */
export function typed(text: string, search: Pick<Typed, 'siteId' | 'now' | 'visible' | 'limit'>): Typed {
  const trimmed = text.trim();
  const words = trimmed.toLowerCase().split(/\s+/).filter((word) => word !== '').slice(0, MOST_WORDS);
  return {
    text: trimmed, beginning: `${escapeLike(trimmed.toLowerCase())}%`, words: words.map((word) => `%${escapeLike(word)}%`),
    query: writeBeginning(parseTerms(trimmed)), ...search,
  };
}

/** For a pattern of `like`, in which nothing typed is a wildcard. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

interface Part {
  readonly sql: string;
  readonly bindings: readonly string[];
}

/** That a column has every word; true for a text without words. */
export function hasWords(column: string, { words }: Typed): Part {
  if (words.length === 0) return { sql: 'true', bindings: [] };
  return { sql: `(${words.map(() => `${column} ilike ?`).join(' and ')})`, bindings: words };
}

/** How well a column answers: 3 is just that, 2 begins so, 1 has it somewhere. */
export function rankOf(column: string, { text, beginning }: Typed): Part {
  return {
    sql: `(case when lower(${column}) = ? then 3 when lower(${column}) like ? then 2 else 1 end)::real`,
    bindings: [text.toLowerCase(), beginning],
  };
}

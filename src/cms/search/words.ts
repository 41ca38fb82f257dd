/** What one may type into a search field (SEARCH-02). */
export type Query = { ok: true; text: string } | { ok: false; text: string; problem: string };

const LONGEST = 200;
const MOST_WORDS = 32;

/** Trimmed and with single spaces. Control characters and too long questions are refused, with a sentence for the reader. */
export function parseQuery(typed: string): Query {
  if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(typed)) {
    return { ok: false, text: typed.replace(/[\u0000-\u001f\u007f]/g, ' ').slice(0, LONGEST).trim(), problem: 'The search contains characters that cannot be typed. Please write it again.' };
  }
  const text = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (text.length > LONGEST || text.split(' ').length > MOST_WORDS) {
    return { ok: false, text: text.slice(0, LONGEST), problem: `A search has at most ${LONGEST} characters and ${MOST_WORDS} words. Please shorten it.` };
  }
  return { ok: true, text };
}

/** `/meeting/bangkok-agenda.html` → "meeting bangkok agenda": what the 404 page offers to search for. */
export function wordsOfPath(path: string): string {
  const words = path.replace(/\.[a-z0-9]{1,5}$/i, '').split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return words.join(' ').slice(0, LONGEST).trim();
}

/** Where the words found begin and end in an extract: characters that no text of ours contains. */
export const HIT_START = '\u0002';
export const HIT_END = '\u0003';

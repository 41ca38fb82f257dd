import { ask } from '../request';
import { learnName } from '../rich-text/reference-names';
import { learnPicture, type LibraryPicture } from './library-pictures';

/** One line of a list of what may be cited or linked. */
export interface Found {
  readonly uri: string;
  /** "RFC 9110", "About RFCs" */
  readonly label: string;
  readonly title: string | null;
  readonly detail: string | null;
  readonly status: string | null;
  readonly thumb: string | null;
  /** Of images: what the library says for readers who cannot see it. */
  readonly alt?: string | null;
  readonly altDecision?: LibraryPicture['altDecision'];
}

const kept = new Map<string, readonly Found[]>();
const KEPT_AT_MOST = 200;

/**
 * What the server knows by these words, the best first. `kinds`: schemes, empty for all that can stand in a text.
 * Gives nothing when the server does not answer: a list that does not open is all that is lost.
 */
export async function lookUp(kinds: readonly string[], words: string, limit = 8, offset = 0): Promise<readonly Found[]> {
  const query = new URLSearchParams({ q: words, limit: String(limit), ...(offset > 0 ? { offset: String(offset) } : {}) });
  if (kinds.length > 0) query.set('kind', kinds.join(' '));
  const address = `/admin/references?${query.toString()}`;
  const known = kept.get(address);
  if (known) return known;
  try {
    const response = await ask('GET', address);
    if (!response.ok) return [];
    const { results } = await response.json() as { results: Found[] };
    for (const found of results) learnFound(found);
    if (kept.size > KEPT_AT_MOST) kept.clear();
    kept.set(address, results);
    return results;
  } catch {
    return [];
  }
}

export function learnFound({ uri, label, title, ...picture }: Found): void {
  learnName(uri, title === null ? label : `${label}: ${title}`);
  if (uri.startsWith('image:')) learnPicture(uri, picture);
}

/** After something new came in, what was found before is not all there is. */
export function forgetFound(): void {
  kept.clear();
}

/** Asks a moment after the last key, and gives only the answer to the newest question. */
export function lastOf(pause: number): (ask: () => Promise<readonly Found[]>, then: (found: readonly Found[]) => void) => void {
  let newest = 0;
  return (question, then) => {
    const number = (newest += 1);
    setTimeout(() => {
      if (number !== newest) return;
      void question().then((found) => { if (number === newest) then(found); });
    }, pause);
  };
}

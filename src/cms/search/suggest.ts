import { encodePath } from '../addresses/path';
import { urlOf } from '../pages/page';
import type { SearchDeps } from './find';
import { listSuggestions } from './suggestion-queries';
import { groupOf, kindsAtHome } from './site-search';
import { parseTerms, writeBeginning } from './terms';

export interface Suggestion {
  /** "Event"; of what has another name, that: "RFC 9110", "WG". */
  readonly kind: string;
  readonly title: string;
  /** A page's own; anything else is searched for by name, which puts it first. */
  readonly url: string;
}

const MOST = 8;
const LEAST_LETTERS = 2;

/** What is called by words that begin so. One query. */
export async function suggest({ db, registry, siteSearch }: SearchDeps, siteId: number, typed: string, now: Date): Promise<Suggestion[]> {
  const terms = parseTerms(typed);
  if (typed.length < LEAST_LETTERS || terms.wanted.length === 0) return [];
  const rows = await listSuggestions(db, { siteId, now, typed, beginning: writeBeginning(terms), ...kindsAtHome(registry), limit: MOST });
  return rows.map(({ type, title, name, path }) => ({
    kind: (path === null ? name : null) ?? groupOf(siteSearch, type).label,
    title,
    url: path === null ? `/search/?${new URLSearchParams({ query: name ?? title })}` : urlOf(encodePath(path)),
  }));
}

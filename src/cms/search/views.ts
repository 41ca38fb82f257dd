import type { Html } from '../../platform/html/html';
import type { ActiveFilter, DateText, Pager, RecordBox } from '../pages/view-parts';
import type { ResolvedLink } from '../references/renderer';

export interface SearchHit {
  /** For the style sheet, which has a small shape for those it knows: `page`, `post`, `rfc`. */
  readonly kind: string;
  /** "Group", "Blog post" */
  readonly kindLabel: string;
  /** Escaped; the words searched for are in `<mark>`. */
  readonly title: Html;
  readonly url: string;
  readonly excerpt: Html | null;
  /** The path, or host and path elsewhere: "/technologies/transport/". */
  readonly where: string;
  readonly date: DateText | null;
  /** "Superseded", "Historic": only when it is not simply current. */
  readonly status: string | null;
}

/** One group of check boxes. */
export interface Facet {
  /** Query name: `type`, `topic`, `year`. */
  readonly name: string;
  readonly legend: string;
  /** `count` is null where not everything was counted. */
  readonly options: readonly { readonly value: string; readonly text: string; readonly count: number | null; readonly checked: boolean }[];
}

export interface SearchView {
  readonly query: string;
  /** A sentence when the query cannot be used (SEARCH-02). */
  readonly problem: string | null;
  readonly total: number;
  /** There are more than were counted. */
  readonly more: boolean;
  /** Nothing has all the words; these have some of them, or words that look like them. */
  readonly loose: boolean;
  /** "0.02 s" */
  readonly took: string;
  readonly order: 'best' | 'newest';
  /** The same search in the other order; null when there is nothing to order. */
  readonly orderUrl: string | null;
  readonly promotions: readonly { readonly title: string; readonly url: string; readonly text: string | null }[];
  /** The RFC or group that the query names; it is not among the hits again. */
  readonly best: RecordBox | null;
  readonly hits: readonly SearchHit[];
  readonly facets: readonly Facet[];
  readonly active: readonly ActiveFilter[];
  readonly pager: Pager | null;
  /** "Did you mean" */
  readonly suggestion: ResolvedLink | null;
  /** Pages that help on where nothing is found. */
  readonly alsoTry: readonly ResolvedLink[];
  /** The mail archive and the Datatracker, with the query filled in. `host` is printed below the text. */
  readonly elsewhere: readonly { readonly text: string; readonly url: string; readonly host: string }[];
}

declare module '../../platform/http/views' {
  interface Views {
    'search/index': SearchView;
  }
}

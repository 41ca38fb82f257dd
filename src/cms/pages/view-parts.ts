import type { Html } from '../../platform/html/html';
import type { ResolvedLink } from '../references/renderer';

/**
 * Shapes that the views of several page types share. Everything arrives ready to print: text is text, markup is Html,
 * dates are written out, addresses are final. Null, never undefined: views rely on every name being there.
 */

/** `iso` goes into `<time datetime>`, `text` is what is read: "4 February 2025". */
export interface DateText {
  readonly iso: string;
  readonly text: string;
}

/** The calendar leaf of an event: month in capitals ("MAR"), days ("15–21", "30–5"), year of the first day, ISO first day. */
export interface DateBlock {
  readonly month: string;
  readonly days: string;
  readonly year: string;
  readonly iso: string;
}

/** A picture, a title and a line or two: topics, pages of a section. */
export interface Card {
  readonly title: string;
  readonly url: string;
  readonly text: string | null;
  /** Of the place 'card', decorative: the title beside it says it all. */
  readonly picture: Html | null;
}

/** The band with one button. */
export interface CallToAction {
  readonly label: string | null;
  readonly title: string;
  readonly blurb: string | null;
  readonly link: ResolvedLink;
}

export interface SignUp {
  readonly title: string;
  readonly blurb: string | null;
  readonly buttonText: string;
  /** The page with the Note Well that comes before the list's own. */
  readonly url: string;
}

/** What stands below the text (content.md P-16); each part prints only when it is there. */
export interface Highlight {
  readonly callToAction: CallToAction | null;
  readonly signUp: SignUp | null;
  /** Headed "You might be interested in". */
  readonly related: readonly ResolvedLink[];
}

/** A question with its answer; the anchor is unique on the page. */
export interface Question {
  readonly question: string;
  readonly anchor: string;
  readonly answer: Html;
}

/** An RFC or a group as a packet: its number or name, its title, four facts. */
export interface RecordBox {
  readonly kind: 'rfc' | 'group';
  /** "RFC 9110", "quic" */
  readonly id: string;
  /** Escaped; the words searched for are in `<mark>`. */
  readonly title: Html;
  readonly url: string;
  readonly text: Html | null;
  /** At most four, short. */
  readonly facts: readonly { readonly term: string; readonly value: string; readonly url: string | null }[];
}

/** Page numbers with gaps: a `null` is an ellipsis. Null instead of a pager when there is one page. */
export interface Pager {
  readonly pages: readonly ({ readonly number: number; readonly url: string; readonly current: boolean } | null)[];
  readonly previous: string | null;
  readonly next: string | null;
}

/** A filter that is one link: all, this topic, that type. */
export interface FilterLink {
  readonly text: string;
  readonly url: string;
  readonly current: boolean;
}

/** The same with the number of entries that it leads to; null where nobody counts: all of them. */
export interface CountedLink extends FilterLink {
  readonly count: number | null;
}

/** A filter that is switched on, and the address without it. */
export interface ActiveFilter {
  readonly text: string;
  readonly removeUrl: string;
}

/** The GET form beside lists of posts and statements. Days are ISO; what is none is echoed as it was typed. */
export interface DateFilter {
  readonly action: string;
  readonly topics: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[];
  readonly from: string;
  readonly to: string;
  /** A sentence when a date cannot be read; that filter is then not applied. */
  readonly fromProblem: string | null;
  readonly toProblem: string | null;
  /** Other filters that are on, so that they stay. */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
}

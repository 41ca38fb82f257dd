import type { Html } from '../../platform/html/html';
import type { Highlight } from '../../cms/pages/view-parts';
import type { ResolvedLink } from '../../cms/references/renderer';

export interface TermLink {
  readonly title: string;
  readonly url: string;
}

export interface GlossaryEntry extends TermLink {
  readonly anchor: string;
  readonly abbreviation: string | null;
  readonly definition: Html;
}

export interface GlossaryView {
  readonly introduction: string | null;
  /** The page's own address: where the form leads, and the way back to all terms. */
  readonly url: string;
  /** As it was typed; '' when nothing was asked. */
  readonly query: string;
  /** A sentence when the query cannot be used (SEARCH-02); all terms are listed then. */
  readonly problem: string | null;
  /** Of the entries listed. */
  readonly total: number;
  readonly initials: readonly { readonly heading: string; readonly anchor: string; readonly entries: readonly GlossaryEntry[] }[];
  readonly highlight: Highlight;
}

export interface TermView {
  readonly title: string;
  readonly abbreviation: string | null;
  readonly definition: Html;
  readonly link: ResolvedLink | null;
  /** Other terms whose definitions name this one. */
  readonly related: readonly TermLink[];
  /** Where this site uses it. */
  readonly pages: readonly TermLink[];
  readonly previous: TermLink | null;
  readonly next: TermLink | null;
  readonly glossary: TermLink;
}

declare module '../../platform/http/views' {
  interface Views {
    'glossary/glossary': GlossaryView;
    'glossary/term': TermView;
  }
}

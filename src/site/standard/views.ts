import type { Html } from '../../platform/html/html';
import type { Card, Highlight, Question } from '../../cms/pages/view-parts';
import type { ResolvedLink } from '../../cms/references/renderer';

export interface StandardView {
  readonly introduction: string | null;
  /** Null when the stream is empty. Both filled: two sections, "Key info" and "In depth". */
  readonly keyInfo: Html | null;
  readonly inDepth: Html | null;
  readonly questions: readonly Question[];
  readonly highlight: Highlight;
}

/** A page of the section, with the links that it offers to its parent. */
export interface ChildCard extends Card {
  readonly related: readonly ResolvedLink[];
}

export interface SectionView {
  readonly introduction: string | null;
  /** Of the place 'feature'. */
  readonly picture: Html | null;
  readonly keyInfo: Html | null;
  readonly inDepth: Html | null;
  /** All public children in tree order. */
  readonly children: readonly ChildCard[];
}

declare module '../../platform/http/views' {
  interface Views {
    'standard/standard': StandardView;
    'standard/section': SectionView;
  }
}

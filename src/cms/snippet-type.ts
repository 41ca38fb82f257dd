import type { ContentOf, Fields } from './field';

/** A kind of shared content: edited outside the page tree, used on many pages, stored as typed JSON in one table. */
export interface SnippetType<F extends Fields = Fields> {
  /** Also the scheme of its references: `call-to-action:register`. */
  readonly type: string;
  readonly label: string;
  readonly plural: string;
  readonly fields: F;
  readonly inline: 'chip' | 'link' | 'none';
  title(content: ContentOf<F>): string;
  /** One line about it, shown where it is only named; null when the name says it all. */
  describe(content: ContentOf<F>): string | null;
  /** Where a reference to it leads; null when it has no address of its own. */
  url(content: ContentOf<F>, key: string): string | null;
  readonly example: ContentOf<F>;
}

export type AnySnippetType = SnippetType;

export function snippetType<F extends Fields>(definition: SnippetType<F>): AnySnippetType {
  return definition;
}

/**
 * Rich text as it is stored: ProseMirror's shape, with TipTap's names for nodes and marks, so that the editor loads it as it is.
 * Checked by `schema.ts`; made into HTML, Markdown and text by our own serialisers; made from HTML by `parse-html.ts`.
 *
 * Nodes: doc paragraph heading(level, anchor) bulletList orderedList(start) listItem blockquote codeBlock(language)
 *        horizontalRule hardBreak text image(ref, alt, decorative, caption) reference(ref, text)
 * Marks: bold italic strike code superscript subscript link(ref)
 */
export interface RichText {
  type: 'doc';
  content: RichTextNode[];
}

export interface RichTextNode {
  type: string;
  attrs?: Record<string, string | number | boolean | null>;
  content?: RichTextNode[];
  marks?: RichTextMark[];
  text?: string;
}

export interface RichTextMark {
  type: string;
  attrs?: Record<string, string | number | boolean | null>;
}

/** How much a place allows: a whole text, a small one (callout, answer), a table cell. */
export type RichTextSize = 'full' | 'small' | 'cell';

export const EMPTY_RICH_TEXT: RichText = { type: 'doc', content: [] };

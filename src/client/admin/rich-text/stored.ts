/** Rich text as it is stored, in ProseMirror's shape: what src/cms/rich-text/document.ts says, for the browser. */
export interface StoredDocument {
  type: 'doc';
  content: StoredNode[];
}

export interface StoredNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: StoredNode[];
  marks?: StoredMark[];
  text?: string;
}

export interface StoredMark {
  type: string;
  attrs?: Record<string, unknown>;
}

/** How much a place allows: a whole text, a small one (callout, answer), a table cell. */
export type Size = 'full' | 'small' | 'cell';

export const EMPTY: StoredDocument = { type: 'doc', content: [] };

export function sizeOf(name: string | undefined): Size {
  return name === 'small' || name === 'cell' ? name : 'full';
}

/** What a hidden field holds; undefined where that is no document. */
export function readDocument(json: string): StoredDocument | undefined {
  if (json === '') return EMPTY;
  try {
    const value: unknown = JSON.parse(json);
    return isDocument(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isDocument(value: unknown): value is StoredDocument {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc' && 'content' in value && Array.isArray(value.content);
}

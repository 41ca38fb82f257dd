import type { RichText } from '../rich-text/document';

/** For the examples of blocks: one paragraph without references, so that it can stand anywhere. */
export function exampleText(text: string): RichText {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}

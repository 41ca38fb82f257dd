import type { Block } from '../cms/block-type';
import type { RichText } from '../cms/rich-text/document';

/** Text for the examples that page types carry: real, short, and without references, so that it can stand anywhere. */
export function exampleText(...paragraphs: string[]): RichText {
  return { type: 'doc', content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) };
}

export function exampleBody(...paragraphs: string[]): Block[] {
  return [{ id: 'example-1', type: 'paragraph', value: { text: exampleText(...paragraphs) } }];
}

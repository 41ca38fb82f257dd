import type { RichText, RichTextNode } from './document';
import { nameOfReference } from './references';

/** Plain text, one line for each paragraph, heading and list item. `nameOf` gives the name of what is cited without words. */
export function richTextToText(document: RichText, nameOf: (uri: string) => string = nameOfReference): string {
  return document.content.map((node) => textOf(node, nameOf)).filter((line) => line.trim() !== '').join('\n');
}

/** The text of one node, for instance of a heading. */
export function textOf(node: RichTextNode, nameOf: (uri: string) => string = nameOfReference): string {
  switch (node.type) {
    case 'text': return node.text ?? '';
    case 'hardBreak': return '\n';
    case 'reference': return String(node.attrs?.['text'] ?? nameOf(String(node.attrs?.['ref'])));
    case 'image': return [node.attrs?.['alt'], node.attrs?.['caption']].filter(Boolean).join('\n');
    case 'paragraph': case 'heading': case 'codeBlock': return inside(node, '', nameOf);
    default: return inside(node, '\n', nameOf);
  }
}

function inside(node: RichTextNode, separator: string, nameOf: (uri: string) => string): string {
  return (node.content ?? []).map((child) => textOf(child, nameOf)).join(separator);
}

/** Nothing in it that a reader would see. */
export function isEmptyRichText(document: RichText): boolean {
  return document.content.every(isEmptyNode);
}

function isEmptyNode(node: RichTextNode): boolean {
  if (node.type === 'text') return (node.text ?? '').trim() === '';
  if (node.type === 'reference' || node.type === 'image' || node.type === 'horizontalRule') return false;
  return (node.content ?? []).every(isEmptyNode);
}

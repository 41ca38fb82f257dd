import { Node } from '@tiptap/core';
import { fullNameOfReference, isCited, isReference, nameOfReference } from './reference-names';

/** Something cited (`rfc:9110`): a chip with its name, or with words of somebody's own. */
export const ReferenceNode = Node.create({
  name: 'reference',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({ ref: { default: '', rendered: false }, text: { default: null, rendered: false } }),
  parseHTML: () => [{
    tag: 'span[data-reference]',
    getAttrs: ({ dataset }) => {
      const ref = dataset.reference ?? '';
      return isReference(ref) && isCited(ref) ? { ref, text: dataset.words || null } : false;
    },
  }],
  renderHTML: ({ node }) => {
    const { ref, text } = node.attrs as ReferenceAttrs;
    return ['span', { class: 'ref', title: fullNameOfReference(ref), 'data-reference': ref, ...(text ? { 'data-words': text } : {}) }, text ?? nameOfReference(ref)];
  },
  renderText: ({ node }) => {
    const { ref, text } = node.attrs as ReferenceAttrs;
    return text ?? nameOfReference(ref);
  },
});

export interface ReferenceAttrs {
  readonly ref: string;
  readonly text: string | null;
}

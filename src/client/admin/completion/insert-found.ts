import type { Editor } from '@tiptap/core';
import { isCited, nameOfReference } from '../rich-text/reference-names';

/** Puts a reference in the place of a piece of text: a chip, or a link around its name where its kind is linked with words. */
export function insertFound(editor: Editor, { uri, label }: { readonly uri: string; readonly label?: string }, range?: { from: number; to: number }): void {
  const { state, view } = editor;
  const { from, to } = range ?? state.selection;
  const marks = (state.storedMarks ?? state.doc.resolve(from).marks()).filter((mark) => mark.type.name !== 'link');
  const { reference, link } = { reference: state.schema.nodes['reference'], link: state.schema.marks['link'] };
  if (!reference || !link) return;

  const node = isCited(uri)
    ? reference.create({ ref: uri, text: null }, null, marks)
    : state.schema.text(label ?? nameOfReference(uri), [...marks, link.create({ ref: uri })]);
  view.dispatch(state.tr.replaceRangeWith(from, to, node).scrollIntoView());
  view.focus();
}

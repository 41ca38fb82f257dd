import type { Editor } from '@tiptap/core';
import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { announce } from '../editor/announce';
import { ask } from '../request';
import { ownReference } from './own-address';
import { referenceFromTyped } from './reference-names';
import { isDocument, type Size, type StoredDocument } from './stored';

/** As POST /admin/paste gives them. */
export type PastedBlock =
  | { readonly type: 'paragraph'; readonly doc: StoredDocument }
  | { readonly type: 'table'; readonly rows: readonly (readonly StoredDocument[])[] }
  | { readonly type: 'raw-html'; readonly html: string; readonly doc?: StoredDocument };

interface Range { from: number; to: number }

/** Texts as they are, an address over words as a link, foreign HTML by way of the server, which knows what may stay of it. */
export function handlePaste(editor: Editor, event: ClipboardEvent, size: Size): boolean {
  const data = event.clipboardData;
  if (!data) return false;
  const text = data.getData('text/plain');
  const html = data.getData('text/html');
  const inCode = editor.state.selection.$from.parent.type.spec.code === true;
  if (!inCode && linkSelection(editor, text)) return true;
  // a piece of a text of ours is complete as it is
  if (!inCode && html.includes('data-pm-slice')) return false;
  if (inCode || html.trim() === '') return text === '' ? false : pasteText(editor, text, editor.state.selection);
  void pasteHtml(editor, { html, text, size });
  return true;
}

/** An address pasted over words makes them a link. */
function linkSelection(editor: Editor, text: string): boolean {
  const { empty, from, to } = editor.state.selection;
  const link = editor.schema.marks['link'];
  const ref = /^(?:https?:|mailto:)\S+$/i.test(text.trim()) ? referenceFromTyped(text) : undefined;
  if (empty || !ref || !link || paragraphsBetween(editor, from, to) !== 1) return false;

  void ownReference(ref).then((own) => {
    if (!editor.isDestroyed && to <= editor.state.doc.content.size) editor.view.dispatch(editor.state.tr.addMark(from, to, link.create({ ref: own })));
  });
  return true;
}

function paragraphsBetween({ state }: Editor, from: number, to: number): number {
  let count = 0;
  state.doc.nodesBetween(from, to, (node) => { if (node.isTextblock) count += 1; });
  return count;
}

/** Every line a paragraph; in code, one text. */
function pasteText(editor: Editor, text: string, { from, to }: Range): boolean {
  const { state, view } = editor;
  const { $from } = state.selection;
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split(/\n+/);
  const marks = state.storedMarks ?? $from.marks();
  const inCode = $from.parent.type.spec.code === true;
  if (inCode) view.dispatch(state.tr.insertText(text.replace(/\r\n?/g, '\n'), from, to).scrollIntoView());
  else {
    const paragraphs = lines.map((line) => state.schema.node('paragraph', null, line === '' ? [] : [state.schema.text(line, marks)]));
    view.dispatch(state.tr.replaceRange(from, to, Slice.maxOpen(Fragment.from(paragraphs))).scrollIntoView());
  }
  return true;
}

/** The place moves with what is typed meanwhile; when the server cannot help, the words come in without their formatting. */
async function pasteHtml(editor: Editor, { html, text, size }: { html: string; text: string; size: Size }): Promise<void> {
  const { from, to } = editor.state.selection;
  const place: Range = { from, to };
  const follow = ({ transaction }: { transaction: Editor['state']['tr'] }) => {
    place.from = transaction.mapping.map(place.from, -1);
    place.to = transaction.mapping.map(place.to);
  };
  editor.on('transaction', follow);
  const blocks = await cleaned(html, size);
  if (editor.isDestroyed) return;
  editor.off('transaction', follow);

  if (!blocks) {
    announce('Pasted without formatting');
    pasteText(editor, text, place);
  } else insertBlocks(editor, blocks, place);
}

async function cleaned(html: string, size: Size): Promise<PastedBlock[] | undefined> {
  try {
    const response = await ask('POST', '/admin/paste', new URLSearchParams({ html, size }));
    return response.ok ? (await response.json() as { blocks: PastedBlock[] }).blocks : undefined;
  } catch {
    return undefined;
  }
}

/** One text comes in where the caret is; tables and such become blocks of their own after this one. */
function insertBlocks(editor: Editor, blocks: readonly PastedBlock[], place: Range): void {
  const [first, ...others] = blocks;
  if (!first) return;
  const atEnd = place.to >= editor.state.doc.content.size - 1;
  const begins = first.type === 'paragraph' && (others.length === 0 || atEnd);
  if (begins) insertDocument(editor, first.doc, place);
  const rest = begins ? others : blocks;
  if (rest.length === 0 || offerBlocks(editor.view.dom, rest)) return;
  insertDocument(editor, { type: 'doc', content: rest.flatMap((block) => textOf(block).content) }, begins ? editor.state.selection : place);
}

/** The form makes blocks of them where this text is in a block itself. */
function offerBlocks(dom: HTMLElement, blocks: readonly PastedBlock[]): boolean {
  const after = dom.closest('[data-blocks] > [data-item]');
  if (!after) return false;
  dom.dispatchEvent(new CustomEvent('plenary:paste-blocks', { bubbles: true, detail: { blocks, after } }));
  return true;
}

/** Where no block can be made: the words at least. */
function textOf(block: PastedBlock): StoredDocument {
  if (block.type === 'table') return { type: 'doc', content: block.rows.flatMap((row) => row.flatMap((cell) => cell.content)) };
  return isDocument(block.doc) ? block.doc : { type: 'doc', content: [] };
}

export function insertDocument(editor: Editor, document: StoredDocument, { from, to }: Range): void {
  const { state, view } = editor;
  const nodes: Node[] = document.content.flatMap((node) => {
    try {
      return [state.schema.nodeFromJSON(node)];
    } catch {
      return [];
    }
  });
  if (nodes.length > 0) view.dispatch(state.tr.replaceRange(from, to, Slice.maxOpen(Fragment.from(nodes), true)).scrollIntoView());
}

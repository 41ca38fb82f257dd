import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { dropPoint } from '@tiptap/pm/transform';
import { answerOfLibrary } from '../completion/library-pictures';
import { filesOf, mayUpload, pastedPictures } from '../completion/files';
import { refusedLine, uploadLine } from '../completion/upload-line';
import { arrivingIn, withChange, type Arriving } from './arriving';
import { focusText } from './focus-text';

/** After the paragraph of the caret, or before it where it is empty: then one goes on writing below the picture. */
export function placeAfterCaret({ selection: { $to } }: EditorState): number {
  if ($to.depth === 0) return $to.pos;
  return $to.depth === 1 && $to.parent.isTextblock && $to.parent.content.size === 0 ? $to.before(1) : $to.after(1);
}

/** Undone by itself. `asks`: the question what it says takes the focus. */
export function putPicture(editor: Editor, uri: string, at: number, then?: 'asks', arrived?: HTMLElement): void {
  const node = pictureNode(editor, uri);
  if (!node) return;
  const tr = closeHistory(editor.state.tr).insert(at, node);
  editor.view.dispatch(arrived ? withChange(tr, { remove: arrived }) : tr);
  const dom = editor.view.nodeDOM(at);
  if (then !== 'asks' || !(dom instanceof HTMLElement)) return;
  dom.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  (dom.querySelector<HTMLElement>('.alt-question input:checked') ?? dom.querySelector<HTMLElement>('.alt-question input'))?.focus();
}

function pictureNode(editor: Editor, uri: string): Node | undefined {
  return editor.schema.nodes['image']?.create({ ref: uri, caption: null, ...answerOfLibrary(uri) });
}

/** Files on their way into the library, each shown where its picture will stand. What is refused leaves the text as it was. */
export function receiveFiles(editor: Editor, files: readonly File[], pos: number): void {
  const reason = reasonAgainst(editor);
  const parts = files.map((file): Arriving => {
    const dismissed = (): void => { leave(editor, dom); };
    const dom = reason !== null ? refusedLine(file, reason, dismissed) : uploadLine({
      file, dismissed,
      kept: ({ uri }) => { arrive(editor, dom, uri); },
    });
    return { dom, pos };
  });
  editor.view.dispatch(withChange(editor.state.tr, { add: parts }));
}

/** Null: pictures may come in here. */
function reasonAgainst({ schema }: Editor): string | null {
  if (!schema.nodes['image']) return 'Pictures cannot stand in a text like this one. Add a block for it.';
  return mayUpload() ? null : 'You may not add pictures to the library. Choose one that is there.';
}

function arrive(editor: Editor, dom: HTMLElement, uri: string): void {
  if (editor.isDestroyed) return;
  const part = arrivingIn(editor.state).find((one) => one.dom === dom);
  if (part) putPicture(editor, uri, part.pos, undefined, dom);
}

function leave(editor: Editor, dom: HTMLElement): void {
  if (editor.isDestroyed) return;
  editor.view.dispatch(withChange(editor.state.tr, { remove: dom }));
  focusText(editor);
}

/** A paste that is nothing but pictures. True: it is dealt with. */
export function takePastedPictures(editor: Editor, data: DataTransfer | null): boolean {
  const files = editor.isEditable ? pastedPictures(data) : [];
  if (files.length > 0) receiveFiles(editor, files, placeAfterCaret(editor.state));
  return files.length > 0;
}

/** Files that are dropped on the text come in where they were dropped. */
export function takeDroppedFiles(editor: Editor, event: DragEvent): boolean {
  const files = editor.view.dragging || !editor.isEditable ? [] : filesOf(event.dataTransfer);
  if (files.length === 0) return false;
  event.stopPropagation();
  const under = editor.view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
  receiveFiles(editor, files, under === undefined ? placeAfterCaret(editor.state) : placeNear(editor, under));
  return true;
}

function placeNear({ state, schema }: Editor, pos: number): number {
  const picture = schema.nodes['image']?.create();
  const point = picture ? dropPoint(state.doc, pos, new Slice(Fragment.from(picture), 0, 0)) : null;
  const $pos = state.doc.resolve(pos);
  return point ?? ($pos.depth === 0 ? pos : $pos.after(1));
}

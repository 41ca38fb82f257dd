import { Editor, getSchema } from '@tiptap/core';
import { caretCompletion } from '../completion/caret-completion';
import { ArrivingParts } from './arriving';
import { extensionsFor } from './extensions';
import { leaveOnEscape } from './leave';
import { toLoadable, toStored } from './normal-form';
import { handlePaste } from './paste';
import { takeDroppedFiles, takePastedPictures } from './pictures';
import type { Size, StoredDocument, StoredNode } from './stored';

export interface EditorOptions {
  /** What it is written in. */
  readonly mount: HTMLElement;
  /** What its lists and panels stand in: it is positioned, and nothing of it is cut off. */
  readonly stage: HTMLElement;
  /** Whose block the Escape key leads to. */
  readonly field: HTMLElement;
  readonly size: Size;
  readonly document: StoredDocument;
  /** Of the element that is written in. */
  readonly attributes: Record<string, string>;
  readonly editable: boolean;
  /** Asked before anything is pasted; true: it has dealt with it. */
  pasting?(event: ClipboardEvent): boolean;
  /** The document after a change, in its stored form. */
  changed(document: StoredDocument): void;
}

/** An editor for exactly what may be stored in its place; undefined where the document holds something else, which is then left alone. */
export function openEditor({ mount, stage, field, size, document, attributes, editable, pasting, changed }: EditorOptions): Editor | undefined {
  const extensions = extensionsFor(size);
  const content = toLoadable(document);
  if (!isUnderstood(size, content)) return undefined;

  const editor: Editor = new Editor({
    element: mount,
    extensions: [...extensions, caretCompletion(stage), leaveOnEscape(field), ArrivingParts],
    content,
    editable,
    // loaded as JSON and without a style sheet of its own: the policy of staff pages allows neither
    injectCSS: false,
    // a text is pasted as it is
    enablePasteRules: false,
    editorProps: {
      attributes,
      // before ProseMirror reads the HTML itself, with every style that the policy then complains about
      handleDOMEvents: {
        paste: (_, event) => takes(event, takePastedPictures(editor, event.clipboardData) || pasting?.(event) === true || handlePaste(editor, event, size)),
        drop: (_, event) => takes(event, takeDroppedFiles(editor, event)),
      },
    },
    onUpdate: () => { changed(storedIn(editor)); },
  });
  return editor;
}

function takes(event: Event, taken: boolean): boolean {
  if (taken) event.preventDefault();
  return taken;
}

export function storedIn(editor: Editor): StoredDocument {
  return toStored(editor.getJSON() as StoredNode);
}

/** Otherwise the editor would begin empty, and what stood there would be lost with the first key. */
function isUnderstood(size: Size, content: StoredDocument): boolean {
  try {
    schemaOf(size).nodeFromJSON(content).check();
    return true;
  } catch {
    return false;
  }
}

const schemas = new Map<Size, ReturnType<typeof getSchema>>();

/** One of each size is enough, and making one takes a while. */
export function schemaOf(size: Size): ReturnType<typeof getSchema> {
  const known = schemas.get(size) ?? getSchema(extensionsFor(size));
  schemas.set(size, known);
  return known;
}

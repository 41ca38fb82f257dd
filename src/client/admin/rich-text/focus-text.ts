import type { Editor } from '@tiptap/core';

/** At once: the focus command of TipTap waits for the next frame, and a quick typist's first letters would go nowhere. */
export function focusText(editor: Editor, place?: 'start' | 'end' | number): void {
  if (place !== undefined) {
    const { size } = editor.state.doc.content;
    editor.commands.setTextSelection(place === 'start' ? 0 : place === 'end' ? size : place);
  }
  editor.view.focus();
}

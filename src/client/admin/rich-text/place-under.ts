import type { EditorView } from '@tiptap/pm/view';

/** Puts a floating part under a place of the text, as far to the left as it needs to fit. The stage is what both stand in. */
export function placeUnder(part: HTMLElement, view: EditorView, stage: HTMLElement, position: number): void {
  const outer = stage.getBoundingClientRect();
  const caret = view.coordsAtPos(Math.min(position, view.state.doc.content.size));
  const room = Math.max(0, outer.width - part.offsetWidth);
  part.style.left = `${Math.min(Math.max(0, caret.left - outer.left), room)}px`;
  part.style.top = `${caret.bottom - outer.top + 6}px`;
  part.scrollIntoView({ block: 'nearest', behavior: 'instant' });
}

import { altQuestion } from '../completion/alt-question';
import { ImageChooser } from '../completion/image-chooser';
import { answerOfLibrary } from '../completion/library-pictures';
import { uploadLine } from '../completion/upload-line';
import { element, textButton } from '../editor/elements';
import { openEditor } from '../rich-text/editor';
import { focusText } from '../rich-text/focus-text';
import { EMPTY, isDocument, type StoredDocument } from '../rich-text/stored';
import { attachToolbar } from '../rich-text/toolbar';
import { cellView } from './cell-view';
import type { Cell, ImageCell } from './model';

export interface CellEditing {
  readonly td: HTMLElement;
  /** Where lists and tools float. */
  readonly stage: HTMLElement;
  readonly field: HTMLElement;
  readonly cell: Cell;
  /** What its column holds; `rich` in tables of formatted cells. */
  readonly type: string;
  readonly label: string;
  changed(cell: Cell): void;
  pasting(event: ClipboardEvent): boolean;
}

export interface CellEditor {
  focus(at: 'start' | 'end' | { x: number; y: number }): void;
  /** Whether there is something of its own to take back. */
  canUndo(): boolean;
  /** Whether the caret stands where the arrow would leave the cell. */
  isAtEdge(key: string): boolean;
  close(): void;
}

/** What a cell is edited with: its own kind decides, for an empty one its column. Undefined: it can only be kept. */
export function openCell(options: CellEditing): CellEditor | undefined {
  const { cell, type } = options;
  if (isDocument(cell)) return richCell(options, cell);
  if (typeof cell === 'object' && cell !== null) return imageCell(options, cell);
  if (cell === null && type === 'rich') return richCell(options, EMPTY);
  if (cell === null && type === 'image') return imageCell(options, null);
  return lineCell(options);
}

function richCell({ td, stage, field, label, changed, pasting }: CellEditing, cell: StoredDocument): CellEditor | undefined {
  const id = `cell-${field.dataset.name ?? ''}`;
  const mount = element('div', { class: 'tb__edit' });
  const attributes = { id, class: 'rt rt--cell', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label };
  const editor = openEditor({ mount, stage, field, size: 'cell', document: cell, editable: true, attributes, changed, pasting });
  if (!editor) return undefined;
  td.replaceChildren(mount);
  attachToolbar({ editor, stage, field, size: 'cell' });
  return {
    focus(at) {
      const place = typeof at === 'string' ? at : editor.view.posAtCoords({ left: at.x, top: at.y })?.pos ?? 'end';
      focusText(editor, place);
      td.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
    canUndo: () => editor.can().undo(),
    isAtEdge(key) {
      const { empty, from } = editor.state.selection;
      if (!empty) return false;
      const { size } = editor.state.doc.content;
      if (key === 'ArrowLeft') return from <= 1;
      if (key === 'ArrowRight') return from >= size - 1;
      if (key === 'Enter') return editor.state.selection.$from.depth === 1;
      return editor.view.endOfTextblock(key === 'ArrowUp' ? 'up' : 'down') && (key === 'ArrowUp' ? from <= (editor.state.doc.firstChild?.nodeSize ?? 0) : from >= size - (editor.state.doc.lastChild?.nodeSize ?? 0));
    },
    close() {
      for (const made of stage.querySelectorAll(':scope > .suggestions, :scope > .rt-panel, :scope > .rt-bar')) made.remove();
      editor.destroy();
    },
  };
}

/** A text without formatting, or a number. */
function lineCell({ td, cell, type, label, changed, pasting }: CellEditing): CellEditor {
  const input = element('input', { type: 'text', class: 'tb__line', form: '-', 'aria-label': label, maxlength: '10000', ...(type === 'number' ? { inputmode: 'decimal' } : {}) });
  const before = typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
  input.value = before;
  input.addEventListener('input', (event) => {
    event.stopPropagation();
    changed(input.value === before ? cell : typedCell(input.value, type));
  });
  input.addEventListener('paste', (event) => { if (pasting(event)) event.preventDefault(); });
  td.replaceChildren(input);
  return {
    focus() { input.focus(); input.select(); },
    canUndo: () => input.value !== before,
    isAtEdge(key) {
      if (key !== 'ArrowLeft' && key !== 'ArrowRight') return true;
      return input.selectionStart === input.selectionEnd && input.selectionStart === (key === 'ArrowLeft' ? 0 : input.value.length);
    },
    close: () => undefined,
  };
}

/** In a column of numbers what reads as one is one; anything else stays a text, so that nothing typed is lost. */
export function typedCell(text: string, type: string): Cell {
  if (text.trim() === '') return null;
  const number = Number(text.replace(/[\s\u00a0\u202f]|,(?=\d{3}(?:\D|$))/g, ''));
  return type === 'number' && Number.isFinite(number) ? number : text;
}

function imageCell({ td, stage, cell: before, changed }: CellEditing, cell: ImageCell | null): CellEditor {
  let value = cell;
  const button = textButton('', () => { toggle(); }, 'tb__choose');
  const panel = imagePanel(() => { toggle(); button.focus(); });
  td.replaceChildren(button);
  stage.append(panel);
  show();
  return { focus: () => { button.focus(); }, canUndo: () => value !== before, isAtEdge: () => panel.hidden !== false, close: () => { panel.remove(); } };

  function show(): void {
    button.replaceChildren(value === null ? 'Choose an image' : cellView(value));
  }

  function set(next: ImageCell | null): void {
    value = next;
    changed(next);
    show();
  }

  function toggle(): void {
    panel.hidden = !panel.hidden;
    if (panel.hidden) return;
    const chooser = new ImageChooser({ pick, take: ([file]) => { if (file) upload(file); } });
    const shown = value;
    const question = shown === null ? [] : [altQuestion(shown.ref, shown, (answer) => { set({ ...(value ?? shown), ...answer }); }).dom, textButton('Remove the image', () => { set(null); panel.hidden = true; button.focus(); }, 'button')];
    panel.replaceChildren(...question, chooser.dom);
    panel.style.top = `${td.getBoundingClientRect().bottom - stage.getBoundingClientRect().top}px`;
    (panel.querySelector<HTMLElement>('input') ?? chooser.input).focus();
  }

  function pick({ uri }: { readonly uri: string }): void {
    set({ ref: uri, ...answerOfLibrary(uri) });
    panel.hidden = true;
    toggle();
  }

  function upload(file: File): void {
    const line = uploadLine({ file, kept: pick, dismissed: () => { line.remove(); button.focus(); } });
    panel.prepend(line);
  }
}

function imagePanel(left: () => void): HTMLElement {
  const panel = element('div', { class: 'rt-panel rt-panel--image', role: 'group', 'aria-label': 'Image', hidden: true, 'data-made': true });
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    left();
  });
  return panel;
}

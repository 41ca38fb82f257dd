import type { Editor } from '@tiptap/core';
import { element } from '../editor/elements';
import { labelledBy } from './field-label';
import { openEditor, storedIn } from './editor';
import { setHidden } from './hidden-value';
import { toLoadable } from './normal-form';
import { readDocument, sizeOf, type StoredDocument } from './stored';
import { attachToolbar } from './toolbar';

/** The text area of a field gives way to an editor that writes the document beside it. What cannot be read stays as it was. */
export function openField(field: HTMLElement): void {
  const area = field.querySelector<HTMLTextAreaElement>('textarea');
  const hidden = field.querySelector<HTMLInputElement>('input[type="hidden"][name$=".json"]');
  // a copy of a field brings the tools of the original, which do not work
  for (const made of field.querySelectorAll('[data-made]')) made.remove();
  const stored = hidden && readDocument(hidden.value);
  if (!area || !hidden || !stored) return;

  const stage = element('div', { class: 'rt-stage', 'data-made': true });
  const size = sizeOf(field.dataset.size ?? area.dataset.size ?? hidden.dataset.size);
  const writer = new FieldWriter(hidden, stored);
  const editable = !isReadOnly(area);
  const editor = openEditor({
    mount: stage, stage, field, size, document: stored, editable, attributes: attributesFor(field, area, size),
    changed: (document) => { writer.write(document); },
  });
  area.hidden = true;
  area.disabled = true;
  area.after(stage);
  if (!editor) {
    stage.append(element('p', { class: 'soft small' }, 'This text holds something that cannot be edited here. It is kept as it is.'));
    return;
  }
  writer.begin(editor);
  if (editable) attachToolbar({ editor, stage, field, size });
}

/** In a fieldset that is switched off, or alone; an area that we have switched off before is not. */
function isReadOnly(area: HTMLTextAreaElement): boolean {
  return area.readOnly || area.closest('fieldset:disabled') !== null;
}

function attributesFor(field: HTMLElement, area: HTMLTextAreaElement, size: string): Record<string, string> {
  const id = `f-${field.dataset.name ?? ''}`;
  // links to problems and to the field lead to where one writes
  if (area.id === id) area.id = `${id}-html`;
  const described = area.getAttribute('aria-describedby');
  return {
    id, class: `rt rt--${size}`, role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': labelledBy(field, id), spellcheck: 'true',
    'aria-description': 'Alt and F10 lead to the tools, Escape leaves the text.',
    ...(described ? { 'aria-describedby': described } : {}),
    ...(area.getAttribute('aria-invalid') === 'true' ? { 'aria-invalid': 'true' } : {}),
  };
}

/** Writes the hidden field only when the text is another one: what nobody touched is sent as it came, to the letter. */
class FieldWriter {
  private original: string;
  private untouched: string;

  constructor(private readonly hidden: HTMLInputElement, stored: StoredDocument) {
    this.original = hidden.value;
    this.untouched = JSON.stringify(stored);
  }

  begin(editor: Editor): void {
    this.untouched = JSON.stringify(storedIn(editor));
    // somebody else set another text, such as one kept in this browser
    this.hidden.addEventListener('change', () => {
      const document = readDocument(this.hidden.value);
      if (!document) return;
      this.original = this.hidden.value;
      editor.commands.setContent(toLoadable(document), { emitUpdate: false });
      this.untouched = JSON.stringify(storedIn(editor));
    });
  }

  write(document: StoredDocument): void {
    const json = JSON.stringify(document);
    setHidden(this.hidden, json === this.untouched ? this.original : json);
  }
}

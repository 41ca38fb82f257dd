import { element, textButton } from '../editor/elements';
import type { KeptFile } from '../media/upload';
import { askForFiles } from './files';
import { uploadLine } from './upload-line';

/** A document that is new to the library: a button that asks for it, and the place that shows it on its way. Belongs to no form. */
export function documentUpload({ kept, dismissed }: { kept(item: KeptFile): void; dismissed(): void }): { controls: HTMLElement[]; lines: HTMLElement } {
  const lines = element('div', { class: 'incoming-list' });
  const chooser = element('input', { type: 'file', form: '-', hidden: true, 'aria-label': 'Document to upload' });
  askForFiles(chooser, ([file]) => { if (file) send(file); });
  return { controls: [chooser, textButton('Upload a document…', () => { chooser.click(); }, 'button')], lines };

  function send(file: File): void {
    const line = uploadLine({
      file, url: '/admin/documents',
      kept: (item) => { line.remove(); kept(item); },
      dismissed: () => { line.remove(); dismissed(); },
    });
    lines.replaceChildren(line);
    line.querySelector('button')?.focus();
  }
}

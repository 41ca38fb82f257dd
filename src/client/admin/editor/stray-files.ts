import { bringsFiles, filesOf, mayUpload } from '../completion/files';
import { insertAt } from './insert';
import { templateFor } from './item-template';
import { roomIn } from './items';
import { say } from './say';

/**
 * Files that are dropped beside the places that take them: on or between blocks they become image blocks, elsewhere the page says where to
 * drop them. Nothing may be left to the browser, which would open the file in the place of the page. `form` null: nothing can be changed here.
 */
export function takeStrayFiles(form: HTMLFormElement | null): void {
  document.addEventListener('dragover', (event) => {
    const line = over(event) && form ? lineAt(event) : null;
    mark(line);
  });
  document.addEventListener('dragleave', ({ relatedTarget }) => { if (relatedTarget === null) mark(null); });
  // also when a place that takes files itself has had them
  document.addEventListener('drop', () => { mark(null); }, true);
  document.addEventListener('drop', (event) => {
    if (!isStray(event)) return;
    event.preventDefault();
    const files = filesOf(event.dataTransfer);
    if (form && files.length > 0) drop(files, lineAt(event));
  });

  function over(event: DragEvent): boolean {
    if (!isStray(event) || (event.target instanceof Element && event.target.closest('.ProseMirror'))) return false;
    event.preventDefault();
    const isTaken = form !== null && bringsFiles(event.dataTransfer);
    // with `none` the browser would tell nobody of the drop
    if (event.dataTransfer) event.dataTransfer.dropEffect = isTaken ? 'copy' : 'none';
    return isTaken;
  }
}

function isStray({ defaultPrevented, dataTransfer }: DragEvent): boolean {
  return !defaultPrevented && dataTransfer?.types.includes('Files') === true;
}

let marked: Element | null = null;

function mark(line: Element | null): void {
  if (line === marked) return;
  marked?.classList.remove('add--drop');
  line?.classList.add('add--drop');
  marked = line;
}

/** The line at which an image block would come, next to where the files hang; null: none may stand here. */
function lineAt({ target, clientY }: DragEvent): HTMLElement | null {
  if (!(target instanceof Element)) return null;
  const line = target.closest<HTMLElement>('[data-blocks] > .add') ?? nearestLine(target.closest('[data-blocks] > [data-item]'), clientY) ?? target.closest('[data-blocks]')?.querySelector<HTMLElement>(':scope > .add--end') ?? null;
  const repeat = line?.closest<HTMLElement>('[data-repeat]');
  if (!line || !repeat) return null;
  if (templateFor(repeat, 'image')) return line;
  const beside = nearestLine(repeat.closest('[data-blocks] > [data-item]'), clientY);
  const around = beside?.closest<HTMLElement>('[data-repeat]');
  return around && templateFor(around, 'image') ? beside : null;
}

function nearestLine(block: Element | null, y: number): HTMLElement | null {
  if (!block) return null;
  const { top, height } = block.getBoundingClientRect();
  const isUpper = y < top + height / 2;
  let line: Element | null = block;
  do line = isUpper ? line.previousElementSibling : line.nextElementSibling;
  while (line && !line.matches('.add'));
  return line instanceof HTMLElement ? line : null;
}

function drop(files: readonly File[], line: HTMLElement | null): void {
  const pictures = files.filter(({ type }) => type === '' || type.startsWith('image/'));
  const repeat = line?.closest<HTMLElement>('[data-repeat]');
  if (!line || !repeat || !templateFor(repeat, 'image')) return say('Nothing was taken. Drop it on a text or on a picture field.');
  if (pictures.length === 0) return say('Nothing was taken: only pictures can stand here.');
  if (!mayUpload()) return say('You may not add pictures to the library. Choose one that is there.');
  if (roomIn(repeat) <= 0) return say('Nothing was taken: there is no room for another block here.');
  const block = insertAt(repeat, line, 'image');
  block?.querySelector('[data-field="image"]')?.dispatchEvent(new CustomEvent('plenary:files', { detail: pictures }));
}

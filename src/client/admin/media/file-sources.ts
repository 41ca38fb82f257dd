import { element, icon } from '../editor/elements';

/** All ways in which files come to a page: chosen with a button, dropped anywhere on it, pasted. `words`: what the page says while files hang over it. */
export function listenForFiles({ words, accept, take }: { words: string; accept: string; take: (files: readonly File[]) => void }): { choose: () => void } {
  const input = element('input', { type: 'file', multiple: true, accept, hidden: true, 'data-files': true, 'aria-label': 'Files to upload', tabindex: '-1' });
  input.addEventListener('change', () => {
    take([...input.files ?? []]);
    input.value = ''; // the same file may be chosen again
  });
  document.body.append(input);
  listenForDrops(words, take);
  document.addEventListener('paste', (event) => {
    const files = [...event.clipboardData?.files ?? []];
    if (files.length === 0 || isTextFor(event)) return;
    event.preventDefault();
    take(files);
  });
  return { choose: () => { input.click(); } };
}

/** A field takes the words of what is pasted, such as a table that comes with a picture of itself; of a picture alone it could take nothing. */
function isTextFor({ target, clipboardData }: ClipboardEvent): boolean {
  const isField = target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
  return isField && clipboardData?.types.includes('text/plain') === true;
}

function listenForDrops(words: string, take: (files: readonly File[]) => void): void {
  const veil = element('div', { class: 'drop-veil', hidden: true }, element('p', {}, icon('i-upload'), words));
  document.body.append(veil);
  const show = (on: boolean): void => {
    veil.hidden = !on;
    document.body.classList.toggle('dropping', on);
  };
  document.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault(); // else the browser opens what is dropped
    show(true);
  });
  document.addEventListener('dragleave', (event) => { if (event.relatedTarget === null) show(false); });
  document.addEventListener('drop', (event) => {
    show(false);
    if (!hasFiles(event) || event.defaultPrevented) return;
    event.preventDefault();
    take([...event.dataTransfer?.files ?? []]);
  });
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

import { openPicker } from './picker';

/** `/` on the empty last line of a block's text opens the picker for what comes below it. */
export function openBySlash(form: HTMLElement): void {
  form.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const text = event.target instanceof Element ? event.target.closest<HTMLElement>('.ProseMirror') : null;
    const block = text?.closest<HTMLElement>('[data-blocks] > [data-item]');
    if (!text || !block || !isOnEmptyEnd(text)) return;
    event.preventDefault();
    event.stopPropagation();
    pickBelow(block, text);
  }, true);
}

function isOnEmptyEnd(text: HTMLElement): boolean {
  const selection = getSelection();
  const last = text.lastElementChild;
  return selection?.isCollapsed === true && last?.localName === 'p' && last.textContent === '' && (last.contains(selection.anchorNode) || selection.anchorNode === text);
}

function pickBelow(block: HTMLElement, text: HTMLElement): void {
  const line = block.nextElementSibling as HTMLElement | null;
  const repeat = block.parentElement;
  if (!line || !repeat) return;
  openPicker({
    repeat, line,
    back: (searched) => {
      text.focus();
      // nothing was searched, so the stroke was meant as a stroke
      if (!searched) document.execCommand('insertText', false, '/');
    },
    chosen: () => {
      if (text.childElementCount < 2) return;
      text.focus();
      document.execCommand('delete');
    },
  });
}

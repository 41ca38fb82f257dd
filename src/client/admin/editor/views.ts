import { iconButton } from './elements';

const CLOSED = 'plenary-preview-closed';

/** On narrow screens writing and preview are two views; on wide ones the preview can be put away, which is remembered. */
export function startViews(): void {
  const editor = document.querySelector<HTMLElement>('[data-editor]');
  if (!editor) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-view], [data-tabs] a[href="#preview"]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      show(editor, link.dataset.view ?? 'preview');
    });
  }
  // any part of the form brings the form back
  for (const tab of document.querySelectorAll('[data-tabs] [role="tab"]')) tab.addEventListener('click', () => show(editor, 'write'));
  show(editor, 'write', false);
  putAway(editor);
}

function show(editor: HTMLElement, view: string, scroll = true): void {
  editor.dataset.view = view;
  for (const link of document.querySelectorAll<HTMLElement>('[data-view]')) {
    if (link === editor) continue;
    if (link.dataset.view === view) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  if (scroll) scrollTo({ top: 0 });
}

function putAway(editor: HTMLElement): void {
  const head = editor.querySelector('[data-preview] .preview-head .push');
  const bar = editor.querySelector('[data-preview]');
  if (!head || !bar) return;
  const close = iconButton('x', 'Put the preview away', () => set(true, open), 'icon-button wide-only');
  const open = iconButton('desk', 'Show the preview', () => set(false, close), 'icon-button preview-open');
  const set = (closed: boolean, focus?: HTMLElement): void => {
    editor.classList.toggle('editor--alone', closed);
    localStorage.setItem(CLOSED, String(closed));
    focus?.focus();
  };
  head.append(close);
  editor.querySelector('.tabs-end')?.append(open);
  set(localStorage.getItem(CLOSED) === 'true');
}

import { fromServer } from '../html';
import { showSelection } from './selection';

/** What came of asking for a page of the library. */
export type Answer = { readonly kind: 'page'; readonly page: Document; readonly url: string; readonly isRefused: boolean } | { readonly kind: 'signed-out' | 'unreachable' | 'elsewhere' };

/** A page of the library as the server draws it, from which the parts that changed are taken. */
export async function askForPage(url: string, form?: URLSearchParams): Promise<Answer> {
  try {
    const answer = await fetch(url, { method: form ? 'POST' : 'GET', headers: { Accept: 'text/html' }, credentials: 'same-origin', ...(form ? { body: form } : {}) });
    if (new URL(answer.url).pathname === '/sign-in' || answer.status === 401) return { kind: 'signed-out' };
    const page = fromServer(await answer.text());
    if (!page.querySelector('[data-library]')) return { kind: answer.status >= 500 ? 'unreachable' : 'elsewhere' };
    return { kind: 'page', page, url: answer.url, isRefused: !answer.ok };
  } catch {
    return { kind: 'unreachable' };
  }
}

export function paneIn(root: ParentNode): HTMLElement | null {
  return root.querySelector<HTMLElement>('[data-pane]');
}

/** The pane of another page of the library in place of this one's, which may have none. */
export function takePane(library: HTMLElement, page: Document): HTMLElement | null {
  const made = paneIn(page);
  const pane = made && document.importNode(made, true);
  paneIn(library)?.remove();
  if (pane) library.append(pane);
  library.classList.toggle('library--open', pane !== null);
  for (const link of library.querySelectorAll('[data-open-item]')) {
    const isOpen = pane !== null && link.closest<HTMLElement>('[data-item]')?.dataset.item === pane.dataset.id;
    if (isOpen) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
    link.closest('tr')?.classList.toggle('is-open', isOpen);
  }
  return pane;
}

/** One line or tile, after a change of what it shows. What is ticked stays ticked. */
export function takeItem(library: HTMLElement, page: Document, id: string): void {
  const [old, made] = [library, page].map((root) => root.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`));
  if (!old || !made) return;
  const item = document.importNode(made, true);
  const box = item.querySelector<HTMLInputElement>('input[name="ids"]');
  if (box) box.checked = old.querySelector<HTMLInputElement>('input[name="ids"]')?.checked ?? false;
  old.replaceWith(item);
  takeCount(library, page);
}

/** The whole list, with what is new in it marked for a moment. */
export function takeList(library: HTMLElement, page: Document, fresh: readonly number[]): void {
  const [old, made] = [library, page].map((root) => root.querySelector<HTMLElement>('[data-library-list]'));
  if (!old || !made) return;
  const picked = new Set([...old.querySelectorAll<HTMLInputElement>('input[name="ids"]:checked')].map(({ value }) => value));
  const list = document.importNode(made, true);
  for (const box of list.querySelectorAll<HTMLInputElement>('input[name="ids"]')) box.checked = picked.has(box.value);
  for (const id of fresh) list.querySelector(`[data-item="${id}"]`)?.classList.add('shot--new');
  old.replaceWith(list);
  takeCount(library, page);
  showSelection(library);
}

function takeCount(library: HTMLElement, page: Document): void {
  const [old, made] = [library, page].map((root) => root.querySelector('[data-library-count]'));
  if (old && made) old.textContent = made.textContent;
}

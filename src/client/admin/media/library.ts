import { element } from '../editor/elements';
import { fromServer } from '../html';
import { showSelection } from './selection';

/** What came of asking for a page of the library; `gone`: there is no such file any more. */
export type Answer = { readonly kind: 'page'; readonly page: Document; readonly url: string; readonly isRefused: boolean } | { readonly kind: 'signed-out' | 'unreachable' | 'elsewhere' | 'gone' };

/** A page of the library as the server draws it, from which the parts that changed are taken. */
export async function askForPage(url: string, form?: URLSearchParams): Promise<Answer> {
  try {
    const answer = await fetch(url, { method: form ? 'POST' : 'GET', headers: { Accept: 'text/html' }, credentials: 'same-origin', ...(form ? { body: form } : {}) });
    if (new URL(answer.url).pathname === '/sign-in' || answer.status === 401) return { kind: 'signed-out' };
    const page = fromServer(await answer.text());
    if (!page.querySelector('[data-library]')) return { kind: answer.status >= 500 ? 'unreachable' : answer.status === 404 ? 'gone' : 'elsewhere' };
    return { kind: 'page', page, url: answer.url, isRefused: !answer.ok };
  } catch {
    return { kind: 'unreachable' };
  }
}

export function paneIn(root: ParentNode): HTMLElement | null {
  return root.querySelector<HTMLElement>('[data-pane]');
}

export function formIn(root: ParentNode): HTMLFormElement | null {
  return root.querySelector<HTMLFormElement>('[data-image-form]');
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

/** One line or tile, after a change of what it shows. What is ticked stays ticked; what does not belong here any more stays until the list is drawn anew, and says so. */
export function takeItem(library: HTMLElement, page: Document, id: string): void {
  const [old, made] = [library, page].map((root) => itemIn(root, id));
  const left = made ? null : itemIn(page.querySelector<HTMLTemplateElement>('template[data-open-item-template]')?.content, id);
  if (old && (made ?? left)) {
    const item = document.importNode((made ?? left)!, true);
    const box = item.querySelector<HTMLInputElement>('input[name="ids"]');
    if (box) box.checked = old.querySelector<HTMLInputElement>('input[name="ids"]')?.checked ?? false;
    if (left) (item.querySelector('.cell-page') ?? item).append(element('span', { class: 'item-left' }, 'Not in this list any more'));
    old.replaceWith(item);
  }
  takeCounts(library, page);
}

function itemIn(root: ParentNode | undefined, id: string): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`) ?? null;
}

/** The way to what stands behind it in the list. */
export function nextItem(library: HTMLElement, id: string | undefined): HTMLAnchorElement | null {
  const items = [...library.querySelectorAll<HTMLElement>('[data-item]')];
  const at = items.findIndex(({ dataset }) => dataset.item === id);
  return at < 0 ? null : items[at + 1]?.querySelector<HTMLAnchorElement>('a[data-open-item]') ?? null;
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
  takeCounts(library, page);
  showSelection(library);
}

function takeCounts(library: HTMLElement, page: Document): void {
  for (const part of ['[data-library-count]', '[data-library-place]']) {
    const [old, made] = [library, page].map((root) => root.querySelector(part));
    if (old) old.textContent = made?.textContent ?? 'None left';
  }
}

import { fromServer } from '../html';

/** What only a page that exists has: its menu, and the screens about it. Taken from the server's own drawing of its editor. */
export async function takePartsOfPage(url: string): Promise<void> {
  const answer = await fetch(url, { headers: { Accept: 'text/html' }, credentials: 'same-origin' }).catch(() => null);
  // saving shows them too
  if (!answer?.ok) return;
  const page = fromServer(await answer.text());
  takeMenu(page);
  takeLinks(page);
  document.dispatchEvent(new Event('plenary:menu'));
}

function takeMenu(page: Document): void {
  const [bar, made] = [document, page].map((root) => root.querySelector('.editor-bar'));
  const menu = made?.querySelector('.split > details');
  if (!bar || !menu || bar.querySelector('[data-menu]')) return;
  const split = bar.querySelector('.split') ?? bar.appendChild(document.importNode(made!.querySelector('.split')!, false));
  split.append(document.importNode(menu, true));
}

function takeLinks(page: Document): void {
  const links = page.querySelector('.editor-links');
  if (links && !document.querySelector('.editor-links')) document.querySelector('#settings > h2')?.after(document.importNode(links, true));
}

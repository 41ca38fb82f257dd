import { fromServer } from '../html';
import { element, iconButton } from '../editor/elements';

let dialog: HTMLDialogElement | null = null;

/**
 * Shows what a staff page has to say in a dialog over this one: its `main`, with its form. Where that does not work, and
 * without scripts, the page itself opens.
 */
export async function openDialog(url: string, opener: HTMLElement | null): Promise<void> {
  const answer = await fetch(url, { headers: { Accept: 'text/html' }, credentials: 'same-origin' }).catch(() => null);
  // signed out, or moved: a page of its own says so
  if (!answer || (answer.redirected && new URL(answer.url).pathname !== new URL(url, location.href).pathname)) return location.assign(url);
  const content = contentOf(await answer.text());
  if (!content) return location.assign(url);
  show(content, url, opener);
}

/** What the page has in its `main`, without the way back that a dialog does not need. */
function contentOf(html: string): HTMLElement | null {
  const main = fromServer(html).querySelector('main');
  if (!main) return null;
  const content = element('div', { class: 'dialog-body' });
  content.append(...[...main.childNodes].map((node) => document.importNode(node, true)));
  for (const unneeded of content.querySelectorAll('.back, .back-link, nav[aria-label="Breadcrumb"]')) unneeded.remove();
  return content;
}

function show(content: HTMLElement, url: string, opener: HTMLElement | null): void {
  if (!dialog?.isConnected) dialog = makeDialog(opener);
  const heading = content.querySelector('h1, h2');
  if (heading) heading.id = 'dialog-title';
  const close = iconButton('x', 'Close', () => dialog?.close(), 'icon-button dialog-close');
  dialog.replaceChildren(content, close);
  dialog.dataset.url = url;
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
  const first = content.querySelector<HTMLElement>('[role="alert"], [autofocus]') ?? heading as HTMLElement | null;
  if (!first) return;
  if (!first.matches('input, select, textarea, button, a')) first.tabIndex = -1;
  first.focus();
}

function makeDialog(opener: HTMLElement | null): HTMLDialogElement {
  const made = element('dialog', { class: 'dialog', 'aria-labelledby': 'dialog-title' });
  let goesOn = false;
  made.addEventListener('close', () => {
    made.remove();
    if (opener?.isConnected && !goesOn) opener.focus();
  });
  made.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method === 'dialog') return;
    event.preventDefault();
    void submit(made, form, event.submitter);
  });
  made.addEventListener('click', (event) => {
    // the veil is the dialog itself, outside of its box
    if (event.target === made && isOutside(event, made)) return made.close();
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || !leadsBelow(link)) return;
    if (!link.hash) event.preventDefault();
    // to a field of the form, where the focus then is
    goesOn = link.hash !== '';
    made.close();
  });
  document.body.append(made);
  return made;
}

/** "Keep editing", or a field of the form: what is meant lies under the dialog. */
function leadsBelow(link: HTMLAnchorElement): boolean {
  return link.origin === location.origin && link.pathname === location.pathname;
}

function isOutside({ clientX, clientY, detail }: MouseEvent, box: HTMLElement): boolean {
  const { left, right, top, bottom } = box.getBoundingClientRect();
  return detail > 0 && (clientX < left || clientX > right || clientY < top || clientY > bottom);
}

/** A form that worked leads to a page, which opens; one that did not comes back with its problems, into the dialog. */
async function submit(made: HTMLDialogElement, form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  if (submitter?.getAttribute('aria-disabled') === 'true' || made.getAttribute('aria-busy') === 'true') return;
  const button = submitter instanceof HTMLButtonElement ? submitter : null;
  const url = new URL(button?.hasAttribute('formaction') ? button.formAction : form.getAttribute('action') ?? made.dataset.url ?? '', location.href);
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) if (typeof value === 'string') fields.append(name, value);
  const isGet = form.method === 'get';
  if (isGet) url.search = fields.toString();
  made.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(url, { method: isGet ? 'GET' : 'POST', headers: { Accept: 'text/html' }, credentials: 'same-origin', ...(isGet ? {} : { body: fields }) });
    if (answer.redirected) return go(answer.url);
    if (!made.open) return; // closed meanwhile: nobody waits for the answer
    const content = contentOf(await answer.text());
    if (content) show(content, url.href, null);
    else say(made, 'That did not work. Reload the page and try again.');
  } catch {
    say(made, 'The server cannot be reached just now. Nothing is changed; try again in a moment.');
  } finally {
    made.removeAttribute('aria-busy');
  }
}

/** To the same page with another end is no journey for the browser. */
function go(url: string): void {
  const target = new URL(url);
  if (target.href.split('#')[0] === location.href.split('#')[0]) location.reload();
  else location.assign(url);
}

function say(made: HTMLDialogElement, words: string): void {
  made.querySelector('.dialog-says')?.remove();
  made.querySelector('.dialog-body')?.prepend(element('p', { class: 'note note--signal dialog-says', role: 'alert' }, words));
}

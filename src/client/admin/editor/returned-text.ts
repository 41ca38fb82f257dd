import { ask } from '../request';
import { announce } from './announce';
import type { Autosave } from './autosave';
import { element, icon, textButton } from './elements';
import { field, fieldsOf } from './form';
import { clock } from './kept-sign';
import type { LocalCopy } from './local-copy';

/** Offers text that did not reach the server back, after a crash, a lost line or a session that ended. */
export async function offerReturnedText(form: HTMLFormElement, autosave: Autosave): Promise<void> {
  const address = new URL(location.href);
  const saved = address.searchParams.has('done');
  address.searchParams.delete('done');
  // so that a reload does not say again what was said
  if (saved) history.replaceState(null, '', address);
  const [newest] = await autosave.copies.found(fieldsOf(form), saved);
  if (newest) offer(form, newest);
}

function offer(form: HTMLFormElement, copy: LocalCopy): void {
  const words = element('p', { class: 'grow' }, `You have text from ${clock(new Date(copy.at))} that did not reach the server.`);
  const use = textButton('Use it', () => { void useIt(form, copy, words); }, 'button');
  const discard = textButton('Discard it', () => {
    localStorage.removeItem(copy.key);
    line.remove();
    document.getElementById('main')?.focus();
    announce('Discarded');
  }, 'button button--quiet');
  const line = element('div', { class: 'note note--warn', 'data-returned': true }, icon('i-warn'), words, use, discard);
  document.querySelector('.editor-says')?.append(line);
  announce(words.textContent ?? '');
}

/** Into the working copy, from which the page then shows it. Where that is not possible it is saved, and merges or shows its conflict. */
async function useIt(form: HTMLFormElement, copy: LocalCopy, words: HTMLElement): Promise<void> {
  const fields = new URLSearchParams(copy.fields);
  const isNew = form.dataset.new === 'new';
  fields.set('number', field(form, 'number'));
  const answer = await (isNew ? ask('POST', form.action, fields) : ask('PUT', form.dataset.autosaveUrl ?? '', fields)).catch(() => null);
  if (answer?.status === 409) return sendAsSave(form, fields, copy);
  if (!answer?.ok) {
    words.textContent = 'The server cannot be reached just now. The text stays in this browser; try again in a moment.';
    return;
  }
  localStorage.removeItem(copy.key);
  const { id } = await answer.json() as { id?: number };
  if (isNew && id !== undefined) location.replace(`/admin/pages/${id}/edit`);
  else location.reload();
}

function sendAsSave(form: HTMLFormElement, fields: URLSearchParams, copy: LocalCopy): void {
  const sent = element('form', { method: 'post', action: form.action, hidden: true });
  fields.set('_csrf', field(form, '_csrf'));
  for (const [name, value] of fields) sent.append(element('textarea', { name }, value));
  document.body.append(sent);
  localStorage.removeItem(copy.key);
  sent.submit();
}

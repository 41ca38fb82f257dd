import { onTheWay } from '../completion/on-the-way';
import { openDialog } from '../dialog/open-dialog';
import { ask } from '../request';
import { announce } from './announce';
import type { Autosave } from './autosave';
import { fieldsOf, setField } from './form';
import { waitForFiles } from './wait-for-files';

interface Saved { readonly revision?: number; readonly base?: number | null; readonly number?: number; readonly merged?: boolean; readonly conflict?: string }

/** Saving waits for the autosave under way, goes once, and never while the text could not arrive. */
export function startSaving(form: HTMLFormElement, autosave: Autosave, signIn: () => void): void {
  let busy = false;
  form.addEventListener('submit', (event) => {
    const { submitter } = event;
    // previews, and what the menu asks for, are no saves
    if (submitter?.hasAttribute('formaction') || submitter?.hasAttribute('formtarget')) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    mark(true);
    void save(form, autosave, signIn, isPublish(submitter)).catch(() => false).then((left) => {
      busy = left;
      if (!left) mark(false);
    });
  });
  addEventListener('pageshow', () => { busy = false; mark(false); });
}

function isPublish(submitter: HTMLElement | null): boolean {
  return submitter instanceof HTMLButtonElement && submitter.name === 'then';
}

/** Not `disabled`, which would take the focus away. */
function mark(busy: boolean): void {
  for (const button of document.querySelectorAll('[data-save], [data-publish]')) button.setAttribute('aria-disabled', String(busy));
}

/** True when the page is being left. */
async function save(form: HTMLFormElement, autosave: Autosave, signIn: () => void, publish: boolean): Promise<boolean> {
  if (!await filesAreHere(publish)) return false;
  await autosave.flush();
  const stopped = autosave.stopped();
  if (stopped === 'signed-out') { signIn(); return false; }
  if (stopped === 'offline') { announce('Offline: not saved. What you typed is kept in this browser.'); return false; }
  if (publish && form.dataset.new !== 'new') return saveThenPublish(form, autosave);
  leave(form, autosave, publish);
  return true;
}

/** What was dropped into the text a moment ago belongs to what is saved. */
async function filesAreHere(publish: boolean): Promise<boolean> {
  const waited = await waitForFiles(publish);
  if (waited === 'without') for (const one of onTheWay()) one.stop();
  return waited !== 'stay';
}

/** As without scripts: the answer is a page. */
function leave(form: HTMLFormElement, autosave: Autosave, publish: boolean): void {
  autosave.leaving();
  if (publish) {
    const then = document.createElement('input');
    Object.assign(then, { type: 'hidden', name: 'then', value: 'publish' });
    form.append(then);
  }
  form.submit();
}

/** Saved in place, so that the dialog opens over the text that it will publish. */
async function saveThenPublish(form: HTMLFormElement, autosave: Autosave): Promise<boolean> {
  const answer = await ask('POST', form.action, fieldsOf(form)).catch(() => null);
  if (!answer) { announce('Offline: not saved. What you typed is kept in this browser.'); return false; }
  const saved = answer.headers.get('content-type')?.includes('json') ? await answer.json() as Saved : {};
  if (saved.conflict) { autosave.leaving(); location.assign(saved.conflict); return true; }
  // what is wrong is said by the page itself, beside the fields
  if (!answer.ok) { leave(form, autosave, true); return true; }
  const dialog = `/admin/pages/${form.dataset.pageId}/publication/new`;
  // somebody else's words came into the text, so the form is not what was saved any more
  if (saved.merged) { autosave.saved(); location.assign(dialog); return true; }
  setField(form, 'base', String(saved.base ?? saved.revision ?? ''));
  setField(form, 'number', String(saved.number ?? 0));
  setField(form, 'note', '');
  autosave.saved();
  await openDialog(dialog, document.querySelector<HTMLElement>('[data-publish]'));
  return false;
}

import { ask, renewToken } from '../request';
import { element, textButton } from './elements';

interface Session { readonly csrfToken?: string; readonly name?: string; readonly email?: string; readonly signIn?: { readonly url: string; readonly _csrf: string; readonly email?: string } }

/** Signing in without leaving the page, so that what is on it stays. One dialog, however often it is asked for. */
export function signInAgain(form: HTMLFormElement, resume: () => void): () => void {
  let dialog: HTMLDialogElement | null = null;
  return () => {
    if (dialog?.open) return;
    const before = document.activeElement;
    dialog?.remove();
    dialog = signInDialog(form, () => {
      dialog?.close();
      resume();
    });
    dialog.addEventListener('close', () => { if (before instanceof HTMLElement) before.focus(); });
    document.body.append(dialog);
    dialog.showModal();
  };
}

function signInDialog(form: HTMLFormElement, done: () => void): HTMLDialogElement {
  const email = form.dataset.email ?? '';
  const password = element('input', { class: 'input', type: 'password', id: 'again-password', autocomplete: 'current-password', required: true, 'aria-describedby': 'again-problem' });
  const problem = element('p', { class: 'problem', id: 'again-problem', role: 'alert' });
  const submit = element('button', { class: 'button button--main' }, 'Sign in');
  const inner = element('form', { class: 'dialog-form', novalidate: true },
    element('p', {}, 'Your session has ended. Nothing is lost: what you typed is on this page and kept in this browser.'),
    element('p', {}, 'E-mail address: ', element('b', {}, email)),
    element('div', { class: 'field' }, element('label', { for: 'again-password' }, 'Password'), password, problem));
  const dialog = element('dialog', { class: 'dialog dialog--small', 'aria-labelledby': 'again-title' },
    element('div', { class: 'dialog-head' }, element('h2', { id: 'again-title' }, 'Sign in again to go on')), inner);
  inner.append(element('div', { class: 'dialog-foot' }, submit, textButton('Not now', () => dialog.close(), 'button')));

  inner.addEventListener('submit', (event) => {
    event.preventDefault();
    submit.setAttribute('aria-disabled', 'true');
    void signIn(form, email, password.value).then((words) => {
      submit.removeAttribute('aria-disabled');
      if (words === null) return done();
      problem.textContent = words;
      password.select();
    });
  });
  return dialog;
}

/** Null when it worked, else why it did not. */
async function signIn(form: HTMLFormElement, email: string, password: string): Promise<string | null> {
  try {
    const before = await session(form);
    if (!before.csrfToken) {
      if (!before.signIn) return 'The server cannot be asked just now. Try again in a moment.';
      const fields = new URLSearchParams({ _csrf: before.signIn._csrf, email, password, next: '/admin' });
      const answer = await fetch(before.signIn.url, { method: 'POST', body: fields, credentials: 'same-origin' });
      if (answer.status === 429) return 'Too many attempts. Wait a while, then try again.';
      if (!answer.ok) return 'This e-mail address and password do not belong together.';
    }
    return takeSession(await session(form), email);
  } catch {
    return 'The server cannot be reached just now. Try again in a moment.';
  }
}

/** Another window may have signed in somebody else meanwhile. */
function takeSession({ csrfToken, email: signedIn, name }: Session, email: string): string | null {
  if (!csrfToken) return 'Signing in did not work. Try again.';
  if (signedIn !== undefined && signedIn !== email) return `This browser is signed in as ${name ?? signedIn} now. Your text stays in this browser; reload the page to go on as ${name ?? signedIn}.`;
  renewToken(csrfToken);
  return null;
}

async function session(form: HTMLFormElement): Promise<Session> {
  return await (await ask('GET', form.dataset.sessionUrl ?? '/admin/session')).json() as Session;
}

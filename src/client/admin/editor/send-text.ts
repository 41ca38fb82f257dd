import { ask } from '../request';
import { field, setField } from './form';
import { takePartsOfPage } from './made-page';

export type Answer =
  /** `partly`: what no value can be made of yet is on this page only. */
  | { readonly kind: 'kept'; readonly at: Date; readonly partly: boolean }
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'conflict' | 'refused'; readonly words: string };

/** Of a page that has just been made. */
type Urls = Readonly<Record<'edit' | 'revisions' | 'workingCopy' | 'preview' | 'presence' | 'history' | 'share', string>>;
interface Body { number?: number; id?: number; at?: string; urls?: Urls; detail?: string; newest?: number; problems?: readonly unknown[] }

const PATIENCE_MS = 20_000;

/** Hands the text to the server: into the working copy, or, the first time, as a new page. What it answers is written into the form. */
export async function sendText(form: HTMLFormElement, fields: URLSearchParams): Promise<Answer> {
  const isNew = form.dataset.new === 'new';
  const sent = new URLSearchParams(fields);
  sent.set('number', field(form, 'number'));
  try {
    const request = isNew ? ask('POST', form.action, sent) : ask('PUT', form.dataset.autosaveUrl ?? '', sent);
    const answer = await Promise.race([request, late()]);
    const body = await bodyOf(answer);
    if (!answer.ok) return refusal(answer, body);
    if (body.number !== undefined) setField(form, 'number', String(body.number));
    if (isNew) becomePage(form, body);
    return { kind: 'kept', at: body.at ? new Date(body.at) : new Date(), partly: (body.problems ?? []).length > 0 };
  } catch {
    return { kind: 'unanswered' };
  }
}

async function late(): Promise<never> {
  return new Promise((_, reject) => { setTimeout(() => reject(new Error('No answer')), PATIENCE_MS); });
}

async function bodyOf(answer: Response): Promise<Body> {
  return answer.headers.get('content-type')?.includes('json') ? await answer.json() as Body : {};
}

function refusal(answer: Response, { detail, newest }: Body): Answer {
  const { status } = answer;
  if (status === 401) return { kind: 'signed-out' };
  if (status === 429) return { kind: 'wait', seconds: Number(answer.headers.get('retry-after')) || 2 };
  if (status >= 500) return { kind: 'unanswered' };
  if (newest !== undefined) return { kind: 'conflict', words: newest === 0 ? 'Saved or given up in another window' : 'Newer text in another window' };
  return { kind: 'refused', words: sentence(detail ?? 'The server does not take it') };
}

/** It goes on with a comma. */
function sentence(detail: string): string {
  return detail.replace(/\.$/, '');
}

/** The page exists now: everything that was about "new" is about it. */
function becomePage(form: HTMLFormElement, { id, urls }: Body): void {
  if (id === undefined || !urls) return;
  Object.assign(form.dataset, { new: '', pageId: String(id), autosaveUrl: urls.workingCopy, previewUrl: urls.preview, presenceUrl: urls.presence });
  form.setAttribute('action', urls.revisions);
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[form="page-form"][formaction]')) button.setAttribute('formaction', urls.preview);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-when-made]')) {
    link.href = urls[link.dataset.whenMade === 'history' ? 'history' : 'share'];
    link.hidden = false;
  }
  document.querySelector('.editor-bar .status')?.lastChild?.replaceWith('Draft');
  history.replaceState(null, '', urls.edit);
  void takePartsOfPage(urls.edit);
}

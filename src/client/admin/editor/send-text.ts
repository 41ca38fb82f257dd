import { ask } from '../request';
import { setField } from './form';

export type Answer =
  /** `partly`: what no value can be made of yet is on this page only. */
  | { readonly kind: 'kept'; readonly at: Date; readonly partly: boolean }
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'conflict' | 'refused'; readonly words: string };

interface Urls { readonly edit?: string; readonly revisions?: string; readonly workingCopy?: string; readonly preview?: string; readonly presence?: string; readonly conflict?: string }
interface Body { number?: number; id?: number; at?: string; urls?: Urls; detail?: string; newest?: number; problems?: readonly unknown[] }

const PATIENCE_MS = 20_000;

/** Hands the text to the server: into the working copy, or, the first time, as a new page. What it answers is written into the form. */
export async function sendText(form: HTMLFormElement, fields: URLSearchParams): Promise<Answer> {
  const isNew = form.dataset.new === 'new';
  const sent = new URLSearchParams(fields);
  sent.set('number', (form.elements.namedItem('number') as HTMLInputElement | null)?.value ?? form.dataset.number ?? '0');
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
function becomePage(form: HTMLFormElement, { id, urls = {} }: Body): void {
  if (id === undefined) return;
  const base = `/admin/pages/${id}`;
  const { edit = `${base}/edit`, revisions = `${base}/revisions`, workingCopy = `${base}/working-copy`, preview = `${base}/preview`, presence = `${base}/presence`, conflict = `${base}/conflict` } = urls;
  Object.assign(form.dataset, { new: '', pageId: String(id), autosaveUrl: workingCopy, previewUrl: preview, presenceUrl: presence, conflictUrl: conflict });
  form.setAttribute('action', revisions);
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[form="page-form"][formaction]')) button.setAttribute('formaction', preview);
  document.querySelector('.editor-bar .status')?.lastChild?.replaceWith('Draft');
  history.replaceState(null, '', edit);
}

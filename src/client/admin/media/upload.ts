import { ask, csrfToken } from '../request';

/** One image or document as the server tells of it, after uploading or choosing. */
export interface KeptFile {
  /** `image:9` */
  readonly uri: string;
  readonly id: number;
  readonly label: string;
  readonly detail: string | null;
  readonly thumb: string | null;
  readonly url: string;
  /** Of images: what the library says about them. */
  readonly alt?: string | null;
  readonly altDecision?: 'described' | 'decorative' | 'each-time' | null;
  /** The same file was here already: nothing new was made, and this is the one that there is. */
  readonly duplicateOf: string | null;
  /** What the person should know besides, such as that only the first picture of an animation was kept. */
  readonly note?: string | null;
}

/** The same file, lying in the trash. */
export interface Twin {
  readonly title: string;
  /** Its place in the library. */
  readonly url: string;
}

/**
 * `refused`: `message` says why; with `again` the same file may be sent once more on purpose, since its `twin` is in the trash; `until`: it is
 * taken from then on; `isStale`: somebody else was quicker. `unreachable`: no answer came, so it is worth trying again. `signed-out`: only
 * after signing in. `stopped`: by the signal.
 */
export type UploadAnswer =
  | { readonly kind: 'kept'; readonly file: KeptFile }
  | { readonly kind: 'refused'; readonly message: string; readonly again: boolean; readonly twin: Twin | null; readonly until: Date | null; readonly isStale: boolean }
  | { readonly kind: 'unreachable' | 'signed-out' | 'stopped' };

export interface UploadOptions {
  /** Where to; images of the library unless said. */
  readonly url?: string;
  readonly collection?: string | undefined;
  /** Further fields, such as the version that a new file replaces. */
  readonly fields?: Readonly<Record<string, string>>;
  /** 0…1 of what is sent; the server works on after 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** Sends one file by itself. XMLHttpRequest, since fetch does not say how much has been sent. Never rejects. */
export function uploadFile(file: File, { url = '/admin/images', collection, fields = {}, onProgress, signal }: UploadOptions = {}): Promise<UploadAnswer> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve({ kind: 'stopped' });
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('X-CSRF-Token', csrfToken());
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => resolve(answerOf(request.status, request.responseText, request.getResponseHeader('Retry-After'))));
    for (const name of ['error', 'timeout']) request.addEventListener(name, () => resolve({ kind: 'unreachable' }));
    request.addEventListener('abort', () => resolve({ kind: 'stopped' }));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(formOf(file, collection, fields));
  });
}

/** Back from the trash instead of sending the same once more; `kept` when it is there. Never rejects. */
export async function restoreTwin({ url }: Twin): Promise<UploadAnswer> {
  try {
    const answer = await ask('DELETE', `${url}/trash`);
    return answerOf(answer.status, await answer.text(), answer.headers.get('Retry-After'));
  } catch {
    return { kind: 'unreachable' };
  }
}

/** Text fields come first: the server may refuse by them before it takes the file. */
function formOf(file: File, collection: string | undefined, fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  if (collection) form.append('collection', collection);
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file, file.name);
  return form;
}

interface Told {
  /** Of a request for one: a new version of it. */
  readonly image?: KeptFile;
  readonly document?: KeptFile;
  readonly images?: readonly KeptFile[];
  readonly documents?: readonly KeptFile[];
  readonly refused?: readonly { readonly message: string; readonly again?: boolean; readonly twin?: Twin | null }[];
  readonly message?: string;
  readonly problem?: string;
  readonly detail?: string;
}

function answerOf(status: number, text: string, retryAfter: string | null): UploadAnswer {
  if (status === 401) return { kind: 'signed-out' };
  if (status === 0 || status === 502 || status === 503 || status === 504) return { kind: 'unreachable' };
  const told = parsed(text);
  const kept = [...told.images ?? [], ...told.documents ?? []][0] ?? told.image ?? told.document;
  if (kept) return { kind: 'kept', file: kept };
  const refused = told.refused?.[0];
  const until = status === 429 ? afterSeconds(retryAfter) : null;
  const message = until ? tooManyUntil(until) : refused?.message ?? told.message ?? told.problem ?? told.detail ?? wordsFor(status);
  return { kind: 'refused', message, again: refused?.again ?? false, twin: refused?.twin ?? null, until, isStale: status === 409 };
}

/** Null: the answer does not say. */
function afterSeconds(header: string | null): Date | null {
  const seconds = Number(header ?? '');
  return seconds > 0 ? new Date(Date.now() + seconds * 1_000) : null;
}

function tooManyUntil(until: Date): string {
  return `That is as much as one person may upload for now. It can go on at ${timeWords(until)}.`;
}

/** `02:40`, on another day `24 Nov, 02:40`: of the reader's own clock. */
export function timeWords(at: Date): string {
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return at.toDateString() === new Date().toDateString() ? time : `${at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })}, ${time}`;
}

function parsed(text: string): Told {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {}; // a proxy's own page
  }
}

function wordsFor(status: number): string {
  if (status === 413) return 'It is too large.';
  if (status === 429) return 'That is as much as one person may upload for now. Wait a while, then try again.';
  if (status === 403) return 'You may not upload files, or this page lay open for too long. Reload it and try again.';
  return 'The server did not take it. Try again in a moment.';
}

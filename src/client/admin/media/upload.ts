import { csrfToken } from '../request';

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

/**
 * `refused`: `message` says why; with `again` the same file may be sent once more on purpose (its twin is in the trash). `unreachable`: no
 * answer came, so it is worth trying again. `signed-out`: only after signing in. `stopped`: by the signal.
 */
export type UploadAnswer =
  | { readonly kind: 'kept'; readonly file: KeptFile }
  | { readonly kind: 'refused'; readonly message: string; readonly again: boolean }
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
    request.addEventListener('load', () => resolve(answerOf(request)));
    for (const name of ['error', 'timeout']) request.addEventListener(name, () => resolve({ kind: 'unreachable' }));
    request.addEventListener('abort', () => resolve({ kind: 'stopped' }));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(formOf(file, collection, fields));
  });
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
  readonly refused?: readonly { readonly message: string; readonly again?: boolean }[];
  readonly message?: string;
  readonly problem?: string;
  readonly detail?: string;
}

function answerOf({ status, responseText }: XMLHttpRequest): UploadAnswer {
  if (status === 401) return { kind: 'signed-out' };
  if (status === 0 || status === 502 || status === 503 || status === 504) return { kind: 'unreachable' };
  const told = parsed(responseText);
  const kept = [...told.images ?? [], ...told.documents ?? []][0] ?? told.image ?? told.document;
  if (kept) return { kind: 'kept', file: kept };
  const refused = told.refused?.[0];
  return { kind: 'refused', message: refused?.message ?? told.message ?? told.problem ?? told.detail ?? wordsFor(status), again: refused?.again ?? false };
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
  if (status === 429) return 'That were too many files. Wait a while, then try again.';
  if (status === 403) return 'You may not upload files, or this page lay open for too long. Reload it and try again.';
  return 'The server did not take it. Try again in a moment.';
}

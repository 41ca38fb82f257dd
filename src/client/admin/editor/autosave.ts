import { heldUp, onTheWay } from '../completion/on-the-way';
import { fieldsOf, textOf } from './form';
import { keptSign, type ShowKept } from './kept-sign';
import { localCopy, type LocalCopies } from './local-copy';
import { sendText, type Answer } from './send-text';

export interface Autosave {
  /** Keeps everything at once. False when the server did not take it. */
  flush(): Promise<boolean>;
  /** Why nothing is sent just now; null: it is. */
  stopped(): 'signed-out' | 'conflict' | 'refused' | 'off' | 'offline' | null;
  /** After signing in again, or when it is switched on. */
  resume(): void;
  /** From now on the server has what the form holds: it was saved. */
  saved(): void;
  /** With an ordinary save: the answer is another page. */
  leaving(): void;
  readonly copies: LocalCopies;
}

interface AutosaveParts {
  onSignedOut(): void;
  /** What stands behind the sign: the way out of a conflict, or to sign in again. */
  act(kind: 'conflict' | 'signed-out' | 'refused'): HTMLElement | null;
}

const PAUSE_MS = 1_000;
/** Somebody who never pauses is kept too. */
const LONGEST_MS = 6_000;
const OFF = 'plenary-autosave';

export function isAutosaveOff(): boolean {
  return localStorage.getItem(OFF) === 'off';
}

export function setAutosaveOff(off: boolean): void {
  if (off) localStorage.setItem(OFF, 'off');
  else localStorage.removeItem(OFF);
}

/** What is going on; changed only by the functions below. */
interface Keeping {
  readonly form: HTMLFormElement;
  readonly parts: AutosaveParts;
  readonly show: ShowKept;
  readonly copies: LocalCopies;
  /** The text that the server is known to have. */
  kept: string;
  keptAt: Date | null;
  stopped: ReturnType<Autosave['stopped']>;
  flight: Promise<void> | null;
  /** Sent, and nobody knows whether it arrived: it goes again as it was, so that the server knows it for the same. */
  unanswered: URLSearchParams | null;
  timer: number;
  /** When the oldest change that was not sent was made. */
  since: number;
  tries: number;
  left: boolean;
}

/** Keeps what is typed: a second after a pause, one request at a time, in order. What the server has not answered for is in this browser. */
export function startAutosave(form: HTMLFormElement, parts: AutosaveParts): Autosave {
  const k: Keeping = {
    form, parts, show: keptSign(), copies: localCopy(form),
    // a form that came back with problems was never kept
    kept: document.querySelector('[data-problems]') ? '' : textOf(fieldsOf(form)),
    keptAt: form.dataset.kept ? new Date(form.dataset.kept) : null,
    stopped: isAutosaveOff() ? 'off' : null, flight: null, unanswered: null, timer: 0, since: 0, tries: 0, left: false,
  };
  listen(k);
  showRest(k);
  if (k.kept === '') later(k, PAUSE_MS);
  return {
    copies: k.copies,
    stopped: () => k.stopped,
    flush: async () => { await k.flight; await run(k); return !isDirty(k); },
    resume: () => { Object.assign(k, { stopped: isAutosaveOff() ? 'off' : null, unanswered: null, tries: 0 }); showRest(k); later(k, 0); },
    saved: () => { Object.assign(k, { kept: textOf(fieldsOf(form)), unanswered: null }); k.copies.drop(); },
    leaving: () => { k.left = true; clearTimeout(k.timer); if (isDirty(k)) k.copies.keep(fieldsOf(form), true); },
  };
}

function listen(k: Keeping): void {
  const keepHere = (): boolean => k.left || !isDirty(k) || k.copies.keep(fieldsOf(k.form));
  for (const kind of ['input', 'change']) k.form.addEventListener(kind, () => changed(k));
  addEventListener('online', () => { if (k.stopped === 'offline') later(k, 0); });
  addEventListener('pagehide', keepHere);
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') keepHere(); });
  // leaving is free, unless the text would be nowhere, or a picture that belongs to it
  addEventListener('beforeunload', (event) => { if (!keepHere() || (!k.left && onTheWay().length + heldUp().length > 0)) event.preventDefault(); });
}

function isDirty(k: Keeping): boolean {
  return k.unanswered !== null || textOf(fieldsOf(k.form)) !== k.kept;
}

function changed(k: Keeping): void {
  k.since ||= Date.now();
  if (k.stopped === null) return later(k, Math.max(0, Math.min(PAUSE_MS, k.since + LONGEST_MS - Date.now())));
  clearTimeout(k.timer);
  k.timer = setTimeout(() => {
    if (isDirty(k)) k.copies.keep(fieldsOf(k.form));
    // another text may be taken where this one was refused
    if (k.stopped === 'offline' || k.stopped === 'refused') void run(k);
  }, PAUSE_MS);
}

function later(k: Keeping, milliseconds: number): void {
  clearTimeout(k.timer);
  k.timer = setTimeout(() => { void run(k); }, milliseconds);
}

function run(k: Keeping): Promise<void> {
  k.flight ??= sendAll(k).finally(() => { k.flight = null; });
  return k.flight;
}

async function sendAll(k: Keeping): Promise<void> {
  clearTimeout(k.timer);
  while (!k.left && (k.stopped === null || k.stopped === 'offline' || k.stopped === 'refused') && isDirty(k)) {
    const fields = k.unanswered ?? fieldsOf(k.form);
    k.since = 0;
    k.copies.keep(fieldsOf(k.form));
    if (k.stopped === null) k.show({ kind: 'keeping' });
    const answer = await sendText(k.form, fields);
    k.unanswered = answer.kind === 'unanswered' ? fields : null;
    if (answer.kind !== 'kept') return stop(k, answer);
    Object.assign(k, { kept: textOf(fields), keptAt: answer.at, stopped: null, tries: 0 });
    if (!isDirty(k) && !answer.partly) k.copies.drop();
    k.show(answer);
  }
}

function stop(k: Keeping, answer: Exclude<Answer, { kind: 'kept' }>): void {
  if (k.left) return;
  if (answer.kind === 'wait') return later(k, answer.seconds * 1_000);
  k.copies.keep(fieldsOf(k.form));
  if (answer.kind === 'unanswered') {
    k.stopped = 'offline';
    k.show({ kind: 'offline' });
    return later(k, Math.min(30_000, 1_000 * 2 ** k.tries++));
  }
  k.stopped = answer.kind;
  k.show({ kind: answer.kind, words: 'words' in answer ? answer.words : 'Signed out', act: k.parts.act(answer.kind) });
  if (answer.kind === 'signed-out') k.parts.onSignedOut();
}

function showRest(k: Keeping): void {
  if (k.stopped === 'off') k.show({ kind: 'off' });
  else if (k.keptAt) k.show({ kind: 'kept', at: k.keptAt });
}

import { announce } from '../editor/announce';
import { element, icon, textButton } from '../editor/elements';
import { forgetFound, learnFound } from './look-up';
import { uploadFile, type KeptFile, type UploadAnswer } from '../media/upload';

export interface UploadLineOptions {
  readonly file: File;
  /** Where to, if not among the images. */
  readonly url?: string;
  /** It is in the library, and known by its name and picture. The line may go. */
  kept(item: KeptFile): void;
  /** Somebody stopped it, or has read why it was refused: the line may go. */
  dismissed(): void;
}

/** One that never sets out. */
export function refusedLine(file: File, reason: string, dismissed: () => void): HTMLElement {
  announce(`${file.name} was not taken. ${reason}`);
  return element('div', { class: 'incoming incoming--refused', role: 'group', 'aria-label': `Upload of ${file.name}`, 'data-made': true },
    element('span', { class: 'incoming__name' }, file.name), element('span', { class: 'incoming__says' }, icon('i-warn'), reason), element('span', { class: 'incoming__acts' }, textButton('Dismiss', dismissed)));
}

let sending = 0;
const waiting: (() => void)[] = [];

/** One file on its way into the library, in the place that asked for it: how far it is, a way to stop it, why it was refused. Begins by itself, two at a time. */
export function uploadLine({ file, url = '/admin/images', kept, dismissed }: UploadLineOptions): HTMLElement {
  const bar = element('progress', { max: '1', 'aria-label': `Upload of ${file.name}` });
  const says = element('span', { class: 'incoming__says' });
  const acts = element('span', { class: 'incoming__acts' });
  const dom = element('div', { class: 'incoming', role: 'group', 'aria-label': `Upload of ${file.name}`, 'data-made': true }, element('span', { class: 'incoming__name' }, file.name), bar, says, acts);
  begin();
  return dom;

  /** `fields`: `again` takes it although its twin is in the trash. */
  function begin(fields: Readonly<Record<string, string>> = {}): void {
    const stop = new AbortController();
    dom.classList.remove('incoming--refused');
    bar.hidden = false;
    bar.value = 0;
    says.textContent = 'Waiting';
    acts.replaceChildren(textButton('Cancel', () => { stop.abort(); dismissed(); }));
    announce(`Uploading ${file.name}`);
    void inTurn(() => uploadFile(file, { url, fields, onProgress, signal: stop.signal })).then(end);
  }

  function end(answer: UploadAnswer): void {
    if (answer.kind === 'kept') {
      learn(answer.file);
      kept(answer.file);
    } else if (answer.kind === 'refused') refuse(answer.message, answer.again ? textButton('Take it all the same', () => { begin({ again: '1' }); }) : undefined);
    else if (answer.kind !== 'stopped') refuse(WORDS[answer.kind], textButton('Try again', () => { begin(); }));
  }

  function onProgress(part: number): void {
    bar.value = part;
    says.textContent = part < 1 ? `${Math.round(part * 100)} %` : 'Looking at it';
  }

  function refuse(message: string, again?: HTMLElement): void {
    const hadFocus = dom.contains(document.activeElement);
    dom.classList.add('incoming--refused');
    bar.hidden = true;
    says.replaceChildren(icon('i-warn'), message);
    acts.replaceChildren(...(again ? [again] : []), textButton('Dismiss', dismissed));
    if (hadFocus) acts.querySelector('button')?.focus();
    announce(`${file.name} was not taken. ${message}`);
  }
}

function learn(item: KeptFile): void {
  forgetFound();
  learnFound({ ...item, title: null, status: null });
  announce(item.note ?? (item.duplicateOf === null ? `${item.label} is in the library` : `It was in the library already, as ${item.label}`));
}

const WORDS = { unreachable: 'The server cannot be reached just now.', 'signed-out': 'You are signed out. Sign in, then try again.' };

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (sending >= 2) await new Promise<void>((go) => { waiting.push(go); });
  sending += 1;
  try {
    return await work();
  } finally {
    sending -= 1;
    waiting.shift()?.();
  }
}

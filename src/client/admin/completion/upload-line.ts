import { announce } from '../editor/announce';
import { element, icon, textButton } from '../editor/elements';
import { uploadFile, type KeptFile, type UploadAnswer } from '../media/upload';
import { forgetFound, learnFound } from './look-up';
import { ends, holdUp, movesOn, setsOut, signInHere, type Hindrance, type OnItsWay } from './on-the-way';

export interface UploadLineOptions {
  readonly file: File;
  /** Where to, if not among the images. */
  readonly url?: string;
  /** It is in the library, and known by its name and picture. The line may go. */
  kept(item: KeptFile): void;
  /** Somebody stopped it, or has read why it was refused: the line may go. */
  dismissed(): void;
}

const IMAGES = '/admin/images';

/** One that never sets out. */
export function refusedLine(file: File, reason: string, dismissed: () => void): HTMLElement {
  announce(`${file.name} was not taken. ${reason}`);
  return lineOf(file.name, 'incoming--refused', element('span', { class: 'incoming__says' }, icon('i-warn'), reason), actsOf(textButton('Dismiss', dismissed)));
}

/** One that came when something else had been chosen for its place. */
export function keptLine({ label }: KeptFile, { use, dismissed }: { use(): void; dismissed(): void }): HTMLElement {
  const words = 'It is in the library, and not used here: something else was chosen meanwhile.';
  announce(`${label}. ${words}`);
  return lineOf(label, 'incoming--kept', element('span', { class: 'incoming__says' }, icon('i-check'), words), actsOf(textButton('Use it', use), textButton('Dismiss', dismissed)));
}

/**
 * One file on its way into the library, in the place that asked for it: how far it is, a way to stop it, why it was refused. Begins by
 * itself, two at a time; what a lost line or an ended session holds up goes on by itself.
 */
export function uploadLine(options: UploadLineOptions): HTMLElement {
  return new UploadLine(options).dom;
}

class UploadLine implements OnItsWay {
  readonly dom: HTMLElement;
  readonly name: string;
  readonly isPicture: boolean;
  private readonly bar: HTMLProgressElement;
  private readonly says = element('span', { class: 'incoming__says' });
  private readonly acts = actsOf();
  private aborter = new AbortController();

  constructor(private readonly options: UploadLineOptions) {
    this.name = options.file.name;
    this.isPicture = (options.url ?? IMAGES) === IMAGES;
    this.bar = element('progress', { max: '1', 'aria-label': `Upload of ${this.name}` });
    this.dom = lineOf(this.name, '', this.bar, this.says, this.acts);
    this.begin();
  }

  share(): number {
    return this.bar.value;
  }

  stop(): void {
    this.aborter.abort();
    this.options.dismissed();
    ends(this, 'stopped');
  }

  /** `fields`: `again` takes it although its twin is in the trash. */
  private begin(fields: Readonly<Record<string, string>> = {}): void {
    this.aborter = new AbortController();
    const { options: { file, url = IMAGES }, aborter: { signal } } = this;
    this.dom.classList.remove('incoming--refused');
    this.bar.hidden = false;
    this.bar.value = 0;
    this.says.textContent = 'Waiting';
    this.offer(textButton('Cancel', () => { this.stop(); }));
    announce(`Uploading ${this.name}`);
    setsOut(this);
    void inTurn(() => uploadFile(file, { url, fields, onProgress: (share) => { this.progress(share); }, signal })).then((answer) => { this.end(answer, () => { this.begin(fields); }); });
  }

  private progress(share: number): void {
    this.bar.value = share;
    this.says.textContent = share < 1 ? `${Math.round(share * 100)} %` : 'Looking at it';
    movesOn(this);
  }

  private end(answer: UploadAnswer, again: () => void): void {
    if (answer.kind === 'stopped') return;
    if (answer.kind === 'kept') {
      learn(answer.file);
      // first in its place, then heard of: who waits for it sends what it stands in
      this.options.kept(answer.file);
      ends(this, 'kept');
    } else if (answer.kind === 'refused') {
      const anyway = answer.again ? textButton('Take it all the same', () => { this.begin({ again: '1' }); }) : undefined;
      this.refuse(answer.message, anyway ?? (answer.until ? textButton('Try again', again) : undefined));
      ends(this, 'failed');
    } else {
      const signIn = answer.kind === 'signed-out' ? signInHere() : undefined;
      this.refuse(wordsFor(answer.kind), signIn ? textButton('Sign in', signIn) : textButton('Try again', again));
      holdUp(this, answer.kind, again);
    }
  }

  private refuse(message: string, again?: HTMLElement): void {
    this.dom.classList.add('incoming--refused');
    this.bar.hidden = true;
    this.says.replaceChildren(icon('i-warn'), message);
    this.offer(...(again ? [again] : []), textButton('Dismiss', () => { this.stop(); }));
    announce(`${this.name} was not taken. ${message}`);
  }

  /** The focus stays in the line. */
  private offer(...buttons: readonly HTMLElement[]): void {
    const hadFocus = this.dom.contains(document.activeElement);
    this.acts.replaceChildren(...buttons);
    if (hadFocus) buttons[0]?.focus();
  }
}

function lineOf(name: string, state: string, ...parts: readonly HTMLElement[]): HTMLElement {
  return element('div', { class: `incoming ${state}`.trim(), role: 'group', 'aria-label': `Upload of ${name}`, 'data-made': true }, element('span', { class: 'incoming__name' }, name), ...parts);
}

function actsOf(...buttons: readonly HTMLElement[]): HTMLElement {
  return element('span', { class: 'incoming__acts' }, ...buttons);
}

function learn(item: KeptFile): void {
  forgetFound();
  learnFound({ ...item, title: null, status: null });
  announce(item.note ?? (item.duplicateOf === null ? `${item.label} is in the library` : `It was in the library already, as ${item.label}`));
}

function wordsFor(hindrance: Hindrance): string {
  if (hindrance === 'signed-out') return 'You are signed out. It goes on as soon as you have signed in.';
  return navigator.onLine ? 'The server cannot be reached just now.' : 'Offline. It goes on by itself when the line is back.';
}

let underWay = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (underWay >= 2) await new Promise<void>((go) => { waiting.push(go); });
  underWay += 1;
  try {
    return await work();
  } finally {
    underWay -= 1;
    waiting.shift()?.();
  }
}

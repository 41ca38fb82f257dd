import { announce } from '../editor/announce';
import { element, icon, textButton } from '../editor/elements';
import { reasonAgainst, type Takes } from './check-file';
import { uploadFile } from './upload';

interface ReplaceOptions {
  readonly takes: Takes;
  /** `note`: what of the file was not kept. */
  readonly replaced: (note: string | null) => void;
  /** Somebody else changed what it was meant for, or threw it away. */
  readonly outdated: (file: File, reason: string) => void;
  readonly mayStart: () => Promise<boolean>;
  readonly signIn: () => void;
}

/** What can be said beside the button. */
export interface Replacing {
  /** Why it is not done; with a file, a button with these words sends it again. */
  refuse(reason: string, file?: File, words?: string): void;
  note(words: string): void;
}

/** Another file for what the pane shows: chosen, sent with its progress, and the pane drawn anew; or the reason beside the button. */
export function startReplacing(pane: HTMLElement, { takes, replaced, outdated, mayStart, signIn }: ReplaceOptions): Replacing | null {
  const part = pane.querySelector<HTMLElement>('[data-replace]');
  const button = part?.querySelector<HTMLButtonElement>('[data-replace-button]');
  const bar = part?.querySelector<HTMLProgressElement>('[data-replace-progress]');
  if (!part || !button || !bar) return null;
  const said = sayingIn(part, (file) => { button.focus({ preventScroll: true }); void send(file); });
  part.querySelector('[data-replace-plain]')?.remove();
  button.hidden = false;
  const choose = chooserIn(part, takes, (file) => { if (!button.disabled) void send(file); });
  button.addEventListener('click', () => { void mayStart().then((may) => { if (may) choose(); }); });
  return said;

  async function send(file: File): Promise<void> {
    said.clear();
    const reason = reasonAgainst(file, takes);
    if (reason !== null) return said.refuse(reason);
    [bar!.hidden, button!.disabled, bar!.value] = [false, true, 0];
    announce(`Sending ${file.name}`);
    const answer = await uploadFile(file, { url: part!.dataset.url ?? '', fields: { version: part!.dataset.version ?? '' }, onProgress: (share) => { bar!.value = share * 100; } });
    [bar!.hidden, button!.disabled] = [true, false];
    if (answer.kind === 'kept') return replaced(answer.file.note ?? null);
    if (answer.kind === 'refused') return answer.isStale ? outdated(file, answer.message) : said.refuse(answer.message, answer.until ? file : undefined);
    said.refuse(answer.kind === 'signed-out' ? 'You were signed out. Nothing is changed.' : 'The server could not be reached. Nothing is changed.', file);
    if (answer.kind === 'signed-out') signIn();
  }
}

/** Nobody is typing elsewhere meanwhile. */
export function isFree(part: HTMLElement): boolean {
  return document.activeElement === document.body || part.contains(document.activeElement);
}

function chooserIn(part: HTMLElement, { accept }: Takes, take: (file: File) => void): () => void {
  const input = element('input', { type: 'file', hidden: true, accept, 'data-replacement': true, 'aria-label': 'The new file', tabindex: '-1' });
  part.append(input);
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    input.value = '';
    if (file) take(file);
  });
  return () => { input.click(); };
}

function sayingIn(part: HTMLElement, sendAgain: (file: File) => void): Replacing & { clear(): void } {
  const problem = part.querySelector<HTMLElement>('[data-replace-problem]')!;
  const after = element('div', { class: 'replace-after', hidden: true });
  part.append(after);
  const clear = (): void => {
    problem.hidden = true;
    after.hidden = true;
    after.replaceChildren();
  };
  const show = (...nodes: readonly Node[]): void => {
    after.append(...nodes);
    after.hidden = false;
  };
  return {
    clear,
    refuse(reason, file, words = 'Try again') {
      clear();
      problem.textContent = reason;
      problem.hidden = false;
      if (!file) return;
      const again = textButton(words, () => { sendAgain(file); }, 'button');
      show(again);
      if (isFree(part)) again.focus();
    },
    note(words) {
      clear();
      show(icon('i-info'), element('p', { class: 'small' }, words));
      after.scrollIntoView({ block: 'nearest' });
    },
  };
}

import { announce } from '../editor/announce';
import { element } from '../editor/elements';
import { reasonAgainst, type Takes } from './check-file';
import { uploadFile } from './upload';

/** Another file for what the pane shows: chosen, sent with its progress, and the pane drawn anew; or the reason beside the button. */
export function startReplacing(pane: HTMLElement, takes: Takes, { replaced, mayStart, signIn }: { replaced: () => void; mayStart: () => Promise<boolean>; signIn: () => void }): void {
  const part = pane.querySelector<HTMLElement>('[data-replace]');
  const button = part?.querySelector<HTMLButtonElement>('[data-replace-button]');
  const bar = part?.querySelector<HTMLProgressElement>('[data-replace-progress]');
  const problem = part?.querySelector<HTMLElement>('[data-replace-problem]');
  if (!part || !button || !bar || !problem) return;
  part.querySelector('[data-replace-plain]')?.remove();
  button.hidden = false;
  const input = element('input', { type: 'file', hidden: true, accept: takes.accept, 'data-replacement': true, 'aria-label': 'The new file', tabindex: '-1' });
  part.append(input);
  button.addEventListener('click', () => { void mayStart().then((may) => { if (may) input.click(); }); });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    input.value = '';
    if (file && !button.disabled) void send(file);
  });

  async function send(file: File): Promise<void> {
    const reason = reasonAgainst(file, takes);
    say(reason);
    if (reason !== null) return;
    [bar!.hidden, button!.disabled, bar!.value] = [false, true, 0];
    announce(`Sending ${file.name}`);
    const answer = await uploadFile(file, { url: part!.dataset.url ?? '', fields: { version: part!.dataset.version ?? '' }, onProgress: (share) => { bar!.value = share * 100; } });
    [bar!.hidden, button!.disabled] = [true, false];
    if (answer.kind === 'kept') return replaced();
    if (answer.kind === 'signed-out') signIn();
    say(answer.kind === 'refused' ? answer.message : answer.kind === 'signed-out' ? 'You were signed out. Nothing is changed.' : 'The server could not be reached. Nothing is changed; try again.');
  }

  function say(reason: string | null): void {
    problem!.textContent = reason;
    problem!.hidden = reason === null;
  }
}

import { hearUploads, heldUp, onTheWay, type Ending, type OnItsWay } from '../completion/on-the-way';
import { element, textButton } from './elements';
import { say } from './say';

/** `here`: nothing is on its way any more; `without`: go on without; `stay`: not now, since somebody thought better of it or a file was held up. */
export type Waited = 'here' | 'without' | 'stay';

interface Doing { readonly verb: string; readonly goesOn: string }

const SAVING: Doing = { verb: 'Save', goesOn: 'The revision is saved' };
const PUBLISHING: Doing = { verb: 'Publish', goesOn: 'Publishing goes on' };

/** Files that belong to the text and are not there yet: waits for them in sight, or lets somebody go on without. One that is held up has to go on, or be dismissed, first. */
export function waitForFiles(publish: boolean): Promise<Waited> {
  const [stuck] = heldUp();
  if (stuck) {
    showHeldUp(stuck);
    return Promise.resolve('stay');
  }
  if (onTheWay().length === 0) return Promise.resolve('here');
  return new Promise((resolve) => { new Waiting(publish ? PUBLISHING : SAVING, resolve); });
}

class Waiting {
  private readonly heading = element('h2', { id: 'waiting-title', tabindex: '-1' });
  private readonly list = element('ul', { class: 'waiting-files' });
  private readonly bars = new Map<OnItsWay, HTMLProgressElement>();
  private readonly without = textButton('', () => { this.close('without'); }, 'button');
  private readonly dialog: HTMLDialogElement;
  private answer: Waited = 'stay';
  private heldUp: OnItsWay | null = null;

  constructor(private readonly doing: Doing, resolve: (waited: Waited) => void) {
    const buttons = element('div', { class: 'dialog-foot' },
      textButton('Keep editing', () => { this.close('stay'); }, 'button'),
      this.without);
    this.dialog = element('dialog', { class: 'dialog dialog--small', 'aria-labelledby': 'waiting-title' },
      element('div', { class: 'dialog-head' }, this.heading),
      element('div', { class: 'dialog-form' }, this.list, element('p', { class: 'soft' }, `${doing.goesOn} by itself as soon as everything is here.`), buttons));
    const before = document.activeElement;
    const deaf = hearUploads((one, ending) => { this.hear(one, ending); });
    this.dialog.addEventListener('close', () => {
      deaf();
      this.dialog.remove();
      this.giveBack(before);
      resolve(this.answer);
    });
    this.draw();
    document.body.append(this.dialog);
    this.dialog.showModal();
    // not on a button: somebody may still be typing
    this.heading.focus();
  }

  private hear(one: OnItsWay, ending: Ending | null): void {
    if (ending === 'failed') {
      this.heldUp = one;
      return this.close('stay');
    }
    if (onTheWay().length === 0) return this.close('here');
    this.draw();
  }

  private draw(): void {
    const coming = onTheWay();
    this.heading.textContent = wordsFor(coming);
    this.without.textContent = `${this.doing.verb} without ${coming.length === 1 ? 'it' : 'them'}`;
    for (const [one, bar] of this.bars) if (!coming.includes(one)) bar.closest('li')?.remove();
    for (const one of coming) {
      const bar = this.bars.get(one) ?? this.addBar(one);
      bar.value = one.share();
    }
  }

  private addBar(one: OnItsWay): HTMLProgressElement {
    const bar = element('progress', { max: '1', 'aria-label': `Upload of ${one.name}` });
    this.bars.set(one, bar);
    this.list.append(element('li', {}, element('span', {}, one.name), bar));
    return bar;
  }

  private close(answer: Waited): void {
    if (!this.dialog.open) return; // it was answered, and the last file arrives a moment later
    this.answer = answer;
    this.dialog.close();
  }

  /** To where one was; to the file that is held up, since its line says why. */
  private giveBack(before: Element | null): void {
    if (this.heldUp === null) {
      if (before instanceof HTMLElement) before.focus();
      return;
    }
    showHeldUp(this.heldUp);
  }
}

function showHeldUp({ dom, name }: OnItsWay): void {
  dom.scrollIntoView({ block: 'center', behavior: 'instant' });
  dom.querySelector('button')?.focus();
  say(`Not saved: ${name} is held up.`);
}

function wordsFor(coming: readonly OnItsWay[]): string {
  const [one, many] = coming.every(({ isPicture }) => isPicture) ? ['picture', 'pictures'] : ['file', 'files'];
  return coming.length === 1 ? `1 ${one} is on its way…` : `${coming.length} ${many} are on their way…`;
}

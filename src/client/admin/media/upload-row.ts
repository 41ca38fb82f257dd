import { element, icon, textButton } from '../editor/elements';
import type { KeptFile, Twin } from './upload';

/** What can be pressed in a row: `again` sends the file once more, on purpose where its twin lies in the trash, which `restore` fetches. */
export interface RowActs {
  readonly stop: () => void;
  readonly again: (onPurpose: boolean) => void;
  /** All that waits for a time goes on at once. */
  readonly goOn: () => void;
  readonly restore: (twin: Twin) => void;
  readonly open: (url: string) => void;
}

/** `lost`: nothing is wrong with the file, but it did not arrive. */
export type RowState = 'waiting' | 'sending' | 'done' | 'refused' | 'lost';

/** One file on its way, and what became of it. */
export class UploadRow {
  readonly dom = element('li', { class: 'sending' });
  private readonly thumb: HTMLElement;
  private readonly says = element('p', { class: 'sending-says' });
  private readonly bar = element('progress', { max: '100', value: '0' });
  private readonly acts = element('div', { class: 'sending-acts' });
  private is: RowState = 'waiting';

  constructor(readonly file: File, iconName: string, private readonly on: RowActs) {
    this.thumb = element('div', { class: 'sending-thumb' }, icon(iconName));
    this.bar.setAttribute('aria-label', `Sending ${file.name}`);
    this.dom.append(this.thumb, element('div', {}, element('p', { class: 'sending-name', title: file.name }, file.name), this.bar, this.says), this.acts);
    this.waits();
  }

  get state(): RowState {
    return this.is;
  }

  waits(words = 'Waiting for its turn'): void {
    this.become('waiting', words);
    this.bar.hidden = false;
    this.bar.value = 0;
    this.offer(this.button('Cancel', this.on.stop));
  }

  /** Until a time that the server gave. */
  isHeld(time: string): void {
    this.become('waiting', icon('i-clock'), element('span', {}, `Waits until ${time}, then goes on`));
    this.bar.hidden = true;
    this.offer(this.button('Try now', this.on.goOn), this.button('Cancel', this.on.stop));
  }

  progresses(share: number): void {
    this.bar.value = Math.round(share * 100);
    this.become('sending', share < 1 ? `${Math.round(share * 100)} %` : 'The server looks at it');
    if (share >= 1) this.bar.removeAttribute('value'); // no telling how long
  }

  isKept({ label, url, thumb, duplicateOf, note }: KeptFile, words = duplicateOf === null || note ? 'Here as' : 'Already here as'): void {
    this.become('done', icon('i-check'), element('span', {}, `${words} “`, this.link(url, label), '”', ...(note ? [`. ${note}`] : [])));
    this.bar.hidden = true;
    if (thumb) this.thumb.replaceChildren(element('img', { src: thumb, alt: '' }));
    this.offer();
  }

  isRefused(reason: string, { again = false, twin = null }: { again?: boolean; twin?: Twin | null } = {}): void {
    this.become('refused', icon('i-warn'), element('span', {}, reason));
    this.bar.hidden = true;
    this.offer(...(twin ? [this.button('Restore it', () => { this.on.restore(twin); })] : []), ...(again ? [this.button('Upload it all the same', () => { this.on.again(true); })] : []));
  }

  isLost(reason: string): void {
    this.become('lost', icon('i-warn'), element('span', {}, reason));
    this.bar.hidden = true;
    this.offer(this.button('Try again', () => { this.on.again(false); }), this.button('Cancel', this.on.stop));
  }

  private become(state: RowState, ...says: readonly (Node | string)[]): void {
    this.is = state;
    this.dom.className = `sending sending--${state}`;
    this.says.replaceChildren(...says);
  }

  /** Whoever had the focus on what was offered before has it on what is offered now, or on what came of it. */
  private offer(...buttons: readonly HTMLElement[]): void {
    const hadFocus = this.acts.contains(document.activeElement);
    this.acts.replaceChildren(...buttons);
    if (!hadFocus) return;
    this.dom.tabIndex = -1;
    (buttons[0] ?? this.says.querySelector('a') ?? this.dom).focus({ preventScroll: true });
  }

  private link(url: string, label: string): HTMLElement {
    const link = element('a', { href: url }, label);
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      this.on.open(url);
    });
    return link;
  }

  private button(text: string, press: () => void): HTMLButtonElement {
    const button = textButton(text, press, 'button');
    button.append(element('span', { class: 'unseen' }, ` ${this.file.name}`));
    return button;
  }
}

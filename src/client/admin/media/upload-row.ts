import { element, icon, textButton } from '../editor/elements';
import type { KeptFile } from './upload';

/** What can be pressed in a row: `again` sends the file once more, on purpose where its twin lies in the trash. */
export interface RowActs {
  readonly stop: () => void;
  readonly again: (onPurpose: boolean) => void;
  readonly open: (url: string) => void;
}

/** One file on its way, and what became of it. */
export class UploadRow {
  readonly dom = element('li', { class: 'sending' });
  private readonly thumb = element('div', { class: 'sending-thumb' }, icon('i-image'));
  private readonly says = element('p', { class: 'sending-says' });
  private readonly bar = element('progress', { max: '100', value: '0' });
  private readonly acts = element('div', { class: 'sending-acts' });

  constructor(readonly file: File, private readonly on: RowActs) {
    this.bar.setAttribute('aria-label', `Sending ${file.name}`);
    this.dom.append(this.thumb, element('div', {}, element('p', { class: 'sending-name', title: file.name }, file.name), this.bar, this.says), this.acts);
    this.waits();
  }

  waits(): void {
    this.become('sending--waiting', 'Waiting for its turn');
    this.bar.hidden = false;
    this.bar.value = 0;
    this.acts.replaceChildren(this.button('Cancel', this.on.stop));
  }

  progresses(share: number): void {
    this.bar.value = Math.round(share * 100);
    this.become('sending--sending', share < 1 ? `${Math.round(share * 100)} %` : 'The server looks at it');
    if (share >= 1) this.bar.removeAttribute('value'); // no telling how long
  }

  isKept({ label, url, thumb, duplicateOf, note }: KeptFile): void {
    const link = element('a', { href: url }, label);
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      this.on.open(url);
    });
    this.become('sending--done', icon('i-check'), element('span', {}, duplicateOf === null ? 'Here as “' : 'Already here as “', link, '”', ...(note ? [`. ${note}`] : [])));
    this.bar.hidden = true;
    if (thumb) this.thumb.replaceChildren(element('img', { src: thumb, alt: '' }));
    this.acts.replaceChildren();
  }

  isRefused(reason: string, mayInsist: boolean): void {
    this.become('sending--refused', icon('i-warn'), element('span', {}, reason));
    this.bar.hidden = true;
    this.acts.replaceChildren(...(mayInsist ? [this.button('Upload it all the same', () => { this.on.again(true); })] : []));
  }

  /** Nothing is wrong with the file. */
  isLost(reason: string): void {
    this.become('sending--lost', icon('i-warn'), element('span', {}, reason));
    this.bar.hidden = true;
    this.acts.replaceChildren(this.button('Try again', () => { this.on.again(false); }));
  }

  private become(state: string, ...says: readonly (Node | string)[]): void {
    this.dom.className = `sending ${state}`;
    this.says.replaceChildren(...says);
  }

  private button(text: string, press: () => void): HTMLButtonElement {
    const button = textButton(text, press, 'button');
    button.append(element('span', { class: 'unseen' }, ` ${this.file.name}`));
    return button;
  }
}

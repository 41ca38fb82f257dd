import { announce } from '../editor/announce';
import { element, icon } from '../editor/elements';
import type { Found } from './look-up';

let lists = 0;

/** A list of things found, under the place where somebody types: the place keeps the focus, the list only shows what is chosen. */
export class OptionList {
  readonly dom: HTMLElement;
  readonly id: string;
  private readonly list: HTMLUListElement;
  private found: readonly Found[] = [];
  private current = 0;

  constructor(private readonly options: { label: string; enter: string; escape: string; pick(found: Found): void; moved(id: string | null): void }) {
    lists += 1;
    this.id = `found-${lists}`;
    this.list = element('ul', { role: 'listbox', id: this.id, 'aria-label': options.label });
    const keys = element('div', { class: 'keys', 'aria-hidden': 'true' }, ...keysOf([[[icon('i-arrup'), icon('i-arrdn')], 'choose'], [['Enter'], options.enter], [['Esc'], options.escape]]));
    this.dom = element('div', { class: 'suggestions', hidden: true }, this.list, keys);
    // the focus stays where somebody types
    this.dom.addEventListener('mousedown', (event) => { event.preventDefault(); });
    this.list.addEventListener('click', (event) => {
      const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="option"]') : null;
      const found = option && this.found[Number(option.dataset.index)];
      if (found) this.options.pick(found);
    });
  }

  get isOpen(): boolean {
    return !this.dom.hidden;
  }

  show(found: readonly Found[]): void {
    this.found = found;
    this.current = 0;
    this.list.replaceChildren(...found.map((one, index) => optionOf(one, index, this.id)));
    this.dom.hidden = found.length === 0;
    this.mark();
    announce(found.length === 0 ? 'Nothing found' : `${found.length} found. Up and down to choose.`);
  }

  hide(): void {
    if (this.dom.hidden) return;
    this.dom.hidden = true;
    this.options.moved(null);
  }

  /** Whether the key was for the list. */
  key(key: string): boolean {
    if (!this.isOpen) return false;
    const chosen = this.found[this.current];
    if (key === 'ArrowDown' || key === 'ArrowUp') this.current = (this.current + (key === 'ArrowDown' ? 1 : this.found.length - 1)) % this.found.length;
    else if ((key === 'Enter' || key === 'Tab') && chosen) this.options.pick(chosen);
    else if (key === 'Escape') this.hide();
    else return false;
    if (this.isOpen) this.mark();
    return true;
  }

  private mark(): void {
    [...this.list.children].forEach((option, index) => {
      option.setAttribute('aria-selected', String(index === this.current));
      if (index === this.current && this.isOpen) option.scrollIntoView({ block: 'nearest' });
    });
    this.options.moved(this.isOpen ? `${this.id}-${this.current}` : null);
  }
}

/** Number, title, status. Where the name is the title, what stands beside it says where it is. */
function optionOf({ uri, label, title, detail, status, thumb }: Found, index: number, id: string): HTMLLIElement {
  const option = element('li', { role: 'option', id: `${id}-${index}`, 'data-index': String(index), 'aria-selected': 'false' });
  if (thumb) option.append(element('img', { src: thumb, alt: '', width: '40', height: '40' }));
  const isCode = /^(?:rfc|draft|group|bcp|std|fyi):/.test(uri);
  option.append(element('span', { class: isCode ? 'suggestions__code' : 'suggestions__name' }, label));
  option.append(element('span', { class: 'suggestions__title' }, title ?? detail ?? ''));
  const right = status ?? (title === null ? '' : detail ?? '');
  if (right !== '') option.append(element('span', { class: 'suggestions__status' }, right));
  return option;
}

function keysOf(lines: readonly (readonly [signs: readonly (string | SVGSVGElement)[], words: string])[]): HTMLElement[] {
  return lines.map(([signs, words]) => element('span', {}, ...signs.flatMap((sign) => [element('kbd', {}, sign), ' ']), words));
}

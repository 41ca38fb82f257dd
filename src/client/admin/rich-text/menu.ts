import { element, icon } from '../editor/elements';

export interface MenuChoice {
  readonly label: string;
  isOn?(): boolean;
  run(): void;
}

interface MenuOptions {
  readonly label: string;
  readonly hint: string;
  readonly choices: readonly MenuChoice[];
}

/** A button of the bar with a list of choices below it. */
export function makeMenu({ label, hint, choices }: MenuOptions): { dom: HTMLElement; name(text: string): void } {
  const face = element('span', {}, label);
  const button = element('button', { type: 'button', class: 'rt-tool rt-tool--word', 'aria-haspopup': 'menu', 'aria-expanded': 'false', title: hint }, face, icon('i-down'));
  const list = element('div', { class: 'rt-menu__list', role: 'menu', 'aria-label': hint, hidden: true });
  const dom = element('div', { class: 'rt-menu' }, button, list);
  for (const choice of choices) list.append(itemFor(choice, close));

  dom.addEventListener('mousedown', (event) => { event.preventDefault(); });
  button.addEventListener('click', () => { if (list.hidden) open(); else close(); });
  dom.addEventListener('keydown', (event) => {
    if (list.hidden && event.key === 'ArrowDown') open();
    else if (!list.hidden && ['Escape', 'Tab'].includes(event.key)) { close(); button.focus(); }
    else if (list.hidden || !step(list, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  dom.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node && dom.contains(event.relatedTarget))) close();
  });
  return { dom, name: (text) => { face.textContent = text; } };

  function open(): void {
    [...list.children].forEach((item, index) => { if (item.hasAttribute('aria-checked')) item.setAttribute('aria-checked', String(choices[index]?.isOn?.() === true)); });
    list.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    const chosen = choices[0]?.isOn ? list.querySelector<HTMLElement>('[aria-checked="true"]') : null;
    (chosen ?? list.querySelector<HTMLElement>('button'))?.focus();
  }

  function close(): void {
    list.hidden = true;
    button.setAttribute('aria-expanded', 'false');
  }
}

function itemFor({ label, isOn, run }: MenuChoice, close: () => void): HTMLButtonElement {
  const item = element('button', { type: 'button', tabindex: '-1', role: isOn ? 'menuitemcheckbox' : 'menuitem', ...(isOn ? { 'aria-checked': 'false' } : {}) }, label);
  item.addEventListener('click', () => {
    close();
    run();
  });
  return item;
}

function step(list: HTMLElement, key: string): boolean {
  const items = [...list.querySelectorAll<HTMLElement>('button')];
  const at = items.findIndex((item) => item === document.activeElement);
  const to = { ArrowDown: (at + 1) % items.length, ArrowUp: (at + items.length - 1) % items.length, Home: 0, End: items.length - 1 }[key];
  if (to === undefined) return false;
  items[to]?.focus();
  return true;
}

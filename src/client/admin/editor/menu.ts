import { element, icon } from './elements';

export interface MenuEntry {
  readonly label: string;
  /** Whether it can be chosen now; asked when the menu opens. */
  readonly open?: () => boolean;
  choose(): void;
}

/** A button with a menu below it (ARIA's menu button): arrows move, Escape closes and gives the focus back. */
export function menuButton(label: string, entries: readonly MenuEntry[]): HTMLElement {
  const button = element('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label, 'aria-haspopup': 'menu', 'aria-expanded': 'false' }, icon('i-more'));
  const menu = element('div', { class: 'item-menu', role: 'menu', 'aria-label': label, hidden: true });
  const holder = element('span', { class: 'item-menu-holder' }, button, menu);

  const close = (focus: boolean): void => {
    menu.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    if (focus) button.focus();
  };
  const open = (): void => {
    menu.replaceChildren(...entries.filter(({ open: can }) => can?.() ?? true).map((entry) => menuItem(entry, () => close(true))));
    menu.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    menu.querySelector('button')?.focus();
  };
  button.addEventListener('click', () => (menu.hidden ? open() : close(true)));
  menu.addEventListener('keydown', (event) => onKey(event, menu, close));
  holder.addEventListener('focusout', ({ relatedTarget }) => { if (!menu.hidden && !(relatedTarget instanceof Node && holder.contains(relatedTarget))) close(false); });
  return holder;
}

function menuItem({ label, choose }: MenuEntry, close: () => void): HTMLElement {
  const item = element('button', { type: 'button', role: 'menuitem', tabindex: '-1' }, label);
  item.addEventListener('click', () => {
    close();
    choose();
  });
  return item;
}

function onKey(event: KeyboardEvent, menu: HTMLElement, close: (focus: boolean) => void): void {
  const items = [...menu.querySelectorAll('button')];
  const at = items.indexOf(document.activeElement as HTMLButtonElement);
  const target = { ArrowDown: (at + 1) % items.length, ArrowUp: (at - 1 + items.length) % items.length, Home: 0, End: items.length - 1 }[event.key];
  if (target === undefined && event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  if (target === undefined) close(true);
  else items[target]?.focus();
}

import { announce } from './announce';
import { element, iconButton, textButton } from './elements';
import { tellChange } from './form';
import { itemsOf, nameOf, repeatOf } from './items';
import { settle } from './settle';

/** Takes an item away and leaves a line in its place that brings it back, as it was, for as long as the page is open. */
export function remove(item: HTMLElement, said = 'removed'): void {
  const repeat = repeatOf(item);
  if (!repeat) return;
  const text = `${nameOf(item)} ${said}.`;
  const undo = textButton('Undo', () => bringBack(repeat, item, line));
  const line = element('div', { class: 'undo-line' }, element('span', {}, text), undo, iconButton('x', 'Hide this line', () => hide(repeat, line)));
  item.replaceWith(line);
  settle(repeat);
  tellChange(repeat);
  undo.focus();
  announce(`${text} Undo is at the focus.`);
}

function bringBack(repeat: HTMLElement, item: HTMLElement, line: HTMLElement): void {
  line.replaceWith(item);
  settle(repeat);
  tellChange(repeat);
  focusHead(item);
  announce(`${nameOf(item)} is back`);
}

function hide(repeat: HTMLElement, line: HTMLElement): void {
  const after = line.nextElementSibling;
  line.remove();
  const next = itemsOf(repeat).find((item) => item === after || (after?.nextElementSibling ?? null) === item) ?? itemsOf(repeat).at(-1);
  if (next) focusHead(next);
  else repeat.querySelector<HTMLElement>(':scope > .add button')?.focus();
}

/** On its buttons, not in its text: somebody who brings a block back has not begun to write. */
function focusHead(item: HTMLElement): void {
  item.tabIndex = -1;
  item.focus({ preventScroll: false });
}

import { element, icon } from './elements';
import { insertAt } from './insert';
import { isBlocks, nameOf } from './items';
import { openPicker } from './picker';
import { templatesOf } from './item-template';

/** The line at which something can be added: before a block, or at the end (null). */
export function addLine(repeat: HTMLElement, before: HTMLElement | null): HTMLElement {
  const button = element('button', { type: 'button', class: 'button' }, icon('i-plus'), wordOf(repeat, before));
  if (before) button.setAttribute('aria-label', `Add block before ${nameOf(before)}`);
  const line = element('div', { class: before ? 'add add--between' : 'add add--end' }, button);
  button.addEventListener('click', () => press(repeat, line, button));
  return line;
}

function wordOf(repeat: HTMLElement, before: HTMLElement | null): string {
  if (!isBlocks(repeat)) return `Add ${repeat.dataset.itemLabel?.toLowerCase() ?? 'an entry'}`;
  return before ? 'Add block' : 'Add block at the end';
}

/** A list has one kind of entry, so there is nothing to pick. */
function press(repeat: HTMLElement, line: HTMLElement, button: HTMLButtonElement): void {
  const [only] = templatesOf(repeat);
  if (!isBlocks(repeat)) return void (only && insertAt(repeat, line, only.dataset.template ?? ''));
  openPicker({ repeat, line, back: () => button.focus() });
}

import { element, icon } from './elements';
import { isBlocks, nameOf } from './items';

/** The line at which something can be added: before a block, or at the end (null). `addByLines` hears its button. */
export function addLine(repeat: HTMLElement, before: HTMLElement | null): HTMLElement {
  const button = element('button', { type: 'button', class: 'button', 'data-add': true }, icon('i-plus'), wordOf(repeat, before));
  if (before) button.setAttribute('aria-label', `Add block before ${nameOf(before)}`);
  return element('div', { class: before ? 'add add--between' : 'add add--end' }, button);
}

function wordOf(repeat: HTMLElement, before: HTMLElement | null): string {
  if (!isBlocks(repeat)) return `Add ${repeat.dataset.itemLabel?.toLowerCase() ?? 'an entry'}`;
  return before ? 'Add block' : 'Add block at the end';
}

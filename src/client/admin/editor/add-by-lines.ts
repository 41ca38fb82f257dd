import { insertAt } from './insert';
import { templatesOf } from './item-template';
import { isBlocks } from './items';
import { openPicker } from './picker';

/** The buttons of all lines at which something can be added, also of those that come later. */
export function addByLines(form: HTMLElement): void {
  form.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('[data-add]') : null;
    const line = button?.closest<HTMLElement>('.add');
    const repeat = line?.closest<HTMLElement>('[data-repeat]');
    if (button && line && repeat) press(repeat, line, button);
  });
}

/** A list has one kind of entry, so there is nothing to pick. */
function press(repeat: HTMLElement, line: HTMLElement, button: HTMLButtonElement): void {
  const [only] = templatesOf(repeat);
  if (!isBlocks(repeat)) return void (only && insertAt(repeat, line, only.dataset.template ?? ''));
  openPicker({ repeat, line, back: () => button.focus() });
}

import { formIn } from './library';
import { takeUntouched } from './unsaved';

/** What of a pane shows its file, in a form that is not drawn anew. */
const SHOWN = '[data-focal] img, [data-focal-mark], [data-crop], .pane-facts';

/** The new file of what a pane shows, out of a pane that the server has drawn since: around what was typed, which stays. */
export function takeFile(pane: HTMLElement, made: HTMLElement): void {
  takeVersion(pane, made);
  const drawn = [...made.querySelectorAll(SHOWN)];
  for (const [index, old] of [...pane.querySelectorAll(SHOWN)].entries()) {
    const shown = drawn[index];
    if (shown) old.replaceWith(document.importNode(shown, true));
  }
  const [part, size] = [pane, made].map((root) => root.querySelector<HTMLElement>('[data-focal-part]')?.dataset);
  if (part && size) [part.width, part.height] = [size.width, size.height];
  // the mark and the crops go where the point is, typed or not
  pane.querySelector('input[name="focalX"]')?.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Where somebody else changed what was typed in, too, the form keeps the version that it was typed for: saving it says what differs. */
function takeVersion(pane: HTMLElement, made: HTMLElement): void {
  const version = made.querySelector<HTMLInputElement>('input[name="version"]')?.value;
  if (version === undefined) return;
  const [form, drawn] = [formIn(pane), formIn(made)];
  const isClash = form !== null && drawn !== null && takeUntouched(form, drawn);
  for (const input of pane.querySelectorAll<HTMLInputElement>('input[name="version"]')) if (!isClash || input.form !== form) input.value = version;
  const replace = pane.querySelector<HTMLElement>('[data-replace]');
  if (replace) replace.dataset.version = version;
}

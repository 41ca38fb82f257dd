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
  // the mark and the crops go where the point was typed
  pane.querySelector('input[name="focalX"]')?.dispatchEvent(new Event('input', { bubbles: true }));
}

function takeVersion(pane: HTMLElement, made: HTMLElement): void {
  const version = made.querySelector<HTMLInputElement>('input[name="version"]')?.value;
  if (version === undefined) return;
  for (const input of pane.querySelectorAll<HTMLInputElement>('input[name="version"]')) input.value = version;
  const replace = pane.querySelector<HTMLElement>('[data-replace]');
  if (replace) replace.dataset.version = version;
}

/** Menus that are `<details>`: Escape and a click elsewhere close them, and the focus comes back. */
export function startDrops(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    const open = event.target instanceof Element ? event.target.closest<HTMLDetailsElement>('details[data-drop][open]') : null;
    if (!open) return;
    event.preventDefault();
    open.open = false;
    open.querySelector('summary')?.focus();
  });
  document.addEventListener('click', ({ target }) => {
    for (const open of document.querySelectorAll<HTMLDetailsElement>('details[data-drop][open]')) {
      const isInside = target instanceof Node && open.contains(target);
      // what was chosen in it opens something else
      if (!isInside || (target instanceof Element && target.closest('[data-dialog], [data-menu] button[type="button"]'))) open.open = false;
    }
  });
}

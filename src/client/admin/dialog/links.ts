import { openDialog } from './open-dialog';

/** Links that ask something before they act (`data-dialog`) open over the page instead of leaving it. */
export function startDialogLinks(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-dialog]') : null;
    if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void openDialog(link.href, openerOf(link));
  });
}

/** A link in a menu that closes is not there to come back to. */
function openerOf(link: HTMLElement): HTMLElement {
  return link.closest('details')?.querySelector<HTMLElement>('summary') ?? link;
}

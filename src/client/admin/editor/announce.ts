import { element } from './elements';

let region: HTMLElement | undefined;

/** Tells listeners what happened, politely; seen by nobody. */
export function announce(text: string): void {
  if (!region) {
    region = element('div', { class: 'unseen', role: 'status' });
    document.body.append(region);
  }
  const told = region;
  // emptied first: the same sentence twice in a row is news too
  told.textContent = '';
  setTimeout(() => { told.textContent = text; }, 50);
}

import { element } from './elements';

/** Out of two windows with two texts: the newer one here. This window's text is offered back there. */
export function wayOutOfConflict(): HTMLElement {
  return element('a', { href: location.pathname }, 'See the newer one');
}

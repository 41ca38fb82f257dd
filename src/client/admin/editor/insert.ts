import { announce } from './announce';
import { itemOf, type Clip } from './clip';
import { tellChange } from './form';
import { freshToken, itemFrom, templateFor } from './item-template';
import { focusIn, nameOf } from './items';
import { settle } from './settle';

type Enhance = (root: HTMLElement) => void;
let enhanceAdded: Enhance = () => undefined;

/** What makes a new part of the form work: said once, by the start, since the parts need each other. */
export function onAdded(enhance: Enhance): void {
  enhanceAdded = enhance;
}

/** A new empty item where the line stands, with the focus in it. */
export function insertAt(repeat: HTMLElement, line: Element | null, type: string, write: Enhance = () => undefined): HTMLElement | undefined {
  const template = templateFor(repeat, type);
  if (!template) return undefined;
  const item = itemFrom(repeat, template, freshToken());
  write(item);
  return place(repeat, line, item);
}

/** The same from a copy. Undefined when the repeat does not take its kind. */
export function insertClip(repeat: HTMLElement, line: Element | null, clip: Clip): HTMLElement | undefined {
  const item = itemOf(repeat, clip);
  return item && place(repeat, line, item);
}

/** Before the line, or at the end. */
function place(repeat: HTMLElement, line: Element | null, item: HTMLElement): HTMLElement {
  repeat.insertBefore(item, line ?? repeat.querySelector(':scope > .add--end, :scope > template'));
  enhanceAdded(item);
  settle(repeat);
  tellChange(repeat);
  focusIn(item);
  announce(`${nameOf(item)} added`);
  return item;
}

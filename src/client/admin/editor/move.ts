import { announce } from './announce';
import { tellChange } from './form';
import { itemsOf, nameOf, repeatOf } from './items';
import { settle } from './settle';

/** One place up (-1) or down (1). Its neighbour is what moves on the page, so that the item keeps its focus and its caret. */
export function moveBy(item: HTMLElement, step: -1 | 1): void {
  const repeat = repeatOf(item);
  if (!repeat) return;
  const items = itemsOf(repeat);
  const neighbour = items[items.indexOf(item) + step];
  if (!neighbour) return announce(`${nameOf(item)} is already ${step < 0 ? 'first' : 'last'}`);

  if (step < 0) item.after(neighbour);
  else item.before(neighbour);
  moved(repeat, item);
}

/** After a move by whatever means. */
export function moved(repeat: HTMLElement, item: HTMLElement): void {
  settle(repeat);
  tellChange(repeat);
  item.scrollIntoView({ block: 'nearest' });
  const items = itemsOf(repeat);
  announce(`${nameOf(item)} moved to place ${items.indexOf(item) + 1} of ${items.length}`);
}

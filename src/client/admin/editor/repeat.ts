import Sortable from 'sortablejs';
import { giveBar } from './item-bar';
import { itemsOf } from './items';
import { moveBy, moved } from './move';
import { settle } from './settle';

/** Lists and blocks below a place of the form, those inside others too. Twice does no harm. */
export function enhanceRepeats(root: ParentNode): void {
  for (const repeat of root.querySelectorAll<HTMLElement>('[data-repeat]')) {
    for (const item of itemsOf(repeat)) giveBar(item);
    if (repeat.dataset.ready !== undefined) continue;
    repeat.dataset.ready = '';
    settle(repeat);
    dragged(repeat);
  }
  if (root instanceof HTMLElement && root.dataset.item !== undefined) giveBar(root);
}

function dragged(repeat: HTMLElement): void {
  Sortable.create(repeat, {
    draggable: '[data-item]', handle: '[data-grip]', animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120, ghostClass: 'dragged',
    onEnd: ({ item, oldDraggableIndex, newDraggableIndex }) => { if (oldDraggableIndex !== newDraggableIndex) moved(repeat, item); },
  });
}

/** Alt with an arrow moves the block or entry in which the focus is. */
export function moveByKeys(form: HTMLElement): void {
  form.addEventListener('keydown', (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    const item = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-item]') : null;
    if (!item || event.defaultPrevented) return;
    event.preventDefault();
    moveBy(item, event.key === 'ArrowUp' ? -1 : 1);
  });
}

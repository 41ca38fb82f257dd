import { addLine } from './add-line';
import { isBlocks, itemsOf, nameOf, roomIn } from './items';

/** Puts what stands between items in its place again: a line to add before each block, one at the end, and which buttons lead nowhere. */
export function settle(repeat: HTMLElement): void {
  const items = itemsOf(repeat);
  const full = roomIn(repeat) <= 0;
  for (const old of repeat.querySelectorAll(':scope > .add--between')) old.remove();
  if (isBlocks(repeat)) for (const item of items) item.before(addLine(repeat, item));

  const end = repeat.querySelector<HTMLElement>(':scope > .add--end') ?? addLine(repeat, null);
  end.hidden = full;
  repeat.append(end, ...repeat.querySelectorAll(':scope > template'));
  items.forEach((item, index) => label(item, index, items.length, full));
}

function label(item: HTMLElement, index: number, count: number, full: boolean): void {
  const name = nameOf(item);
  item.setAttribute('aria-label', name);
  for (const button of item.querySelectorAll<HTMLButtonElement>(':scope > .block-head [data-move], :scope > .item-ops [data-move]')) {
    const isUp = button.dataset.move === '-1';
    // reachable also where it leads nowhere, so that the focus stays when a block arrives there
    button.setAttribute('aria-disabled', String(isUp ? index === 0 : index === count - 1));
    const text = `Move ${lower(name)} ${isUp ? 'up' : 'down'}`;
    button.setAttribute('aria-label', text);
    button.title = text;
  }
  for (const button of item.querySelectorAll<HTMLButtonElement>(':scope > .block-head [data-twice], :scope > .item-ops [data-twice]')) button.disabled = full;
}

export function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

import { announce } from './announce';
import { clipOf, putOnClipboard } from './clip';
import { element, icon, iconButton } from './elements';
import { insertClip } from './insert';
import { templateFor } from './item-template';
import { isBlocks, kindOf, nameOf, repeatOf } from './items';
import { menuButton, type MenuEntry } from './menu';
import { moveBy } from './move';
import { remove } from './remove';
import { lower } from './settle';

/** The buttons of one block or entry: up, down, duplicate, and more. */
export function giveBar(item: HTMLElement): void {
  const repeat = repeatOf(item);
  const place = item.querySelector<HTMLElement>(':scope > [data-ops], :scope > header > [data-ops]') ?? ownPlace(item);
  if (!repeat || place.childElementCount > 0) return;
  const handle = element('span', { class: 'grip', 'data-grip': true, 'aria-hidden': 'true', title: 'Drag to move' }, icon('i-grip'));
  place.append(handle, mover(item, -1), mover(item, 1));
  if (!isBlocks(repeat)) return place.append(...twice(item, repeat), iconButton('x', `Remove ${lower(kindOf(item))}`, () => remove(item)));
  place.append(...twice(item, repeat), menuButton(`More for ${lower(nameOf(item))}`, blockMenu(item, repeat)));
}

function ownPlace(item: HTMLElement): HTMLElement {
  const place = element('div', { class: 'item-ops', 'data-ops': true });
  item.prepend(place);
  return place;
}

function mover(item: HTMLElement, step: -1 | 1): HTMLButtonElement {
  const button = iconButton(step < 0 ? 'arrup' : 'arrdn', '', () => moveBy(item, step), 'icon-button less');
  button.dataset.move = String(step);
  return button;
}

/** What stands on the page without a way to make it (a locked kind) cannot be made twice. */
function canRepeat(item: HTMLElement, repeat: HTMLElement): boolean {
  return templateFor(repeat, item.dataset.type ?? '') !== undefined && item.dataset.locked === undefined;
}

function twice(item: HTMLElement, repeat: HTMLElement): HTMLElement[] {
  if (!canRepeat(item, repeat)) return [];
  const button = iconButton('dup', `Duplicate ${lower(kindOf(item))}`, () => duplicate(item, repeat), 'icon-button less');
  button.dataset.twice = '';
  return [button];
}

export function duplicate(item: HTMLElement, repeat: HTMLElement): void {
  insertClip(repeat, item.nextElementSibling, clipOf(item, nameOf(item)));
}

function blockMenu(item: HTMLElement, repeat: HTMLElement): MenuEntry[] {
  const movable = (): boolean => canRepeat(item, repeat);
  return [
    { label: 'Copy', open: movable, choose: () => copy(item) },
    { label: 'Cut', open: movable, choose: () => { copy(item); remove(item, 'cut'); } },
    { label: 'Duplicate', open: movable, choose: () => duplicate(item, repeat) },
    { label: 'Collapse', open: () => !isCollapsed(item), choose: () => collapse(item, true) },
    { label: 'Expand', open: () => isCollapsed(item), choose: () => collapse(item, false) },
    { label: 'Delete', choose: () => remove(item) },
  ];
}

function copy(item: HTMLElement): void {
  putOnClipboard(clipOf(item, nameOf(item)));
  announce(`${nameOf(item)} copied. Paste it where a block can be added, also on another page.`);
}

function isCollapsed(item: HTMLElement): boolean {
  return item.classList.contains('collapsed');
}

function collapse(item: HTMLElement, away: boolean): void {
  const head = item.querySelector<HTMLElement>(':scope > .block-head');
  head?.querySelector(':scope > .block-words')?.remove();
  if (away) head?.querySelector(':scope > [data-ops]')?.before(element('span', { class: 'block-words' }, nameOf(item).slice(kindOf(item).length + 2)));
  item.classList.toggle('collapsed', away);
  announce(`${nameOf(item)} ${away ? 'collapsed' : 'expanded'}`);
}

import { templateFor } from './item-template';

/** Blocks and entries of lists in their order. */
export function itemsOf(repeat: HTMLElement): HTMLElement[] {
  return [...repeat.querySelectorAll<HTMLElement>(':scope > [data-item]')];
}

export function repeatOf(item: Element): HTMLElement | null {
  return item.parentElement?.closest<HTMLElement>('[data-repeat]') ?? null;
}

export function isBlocks(repeat: HTMLElement): boolean {
  return repeat.dataset.blocks !== undefined;
}

/** `NAME.TOKEN`, with which the names of everything in it begin. */
export function prefixOf(item: HTMLElement): string {
  return `${repeatOf(item)?.dataset.repeat ?? ''}.${item.dataset.item ?? ''}`;
}

/** How many more the list takes. */
export function roomIn(repeat: HTMLElement): number {
  return Number(repeat.dataset.max ?? Infinity) - itemsOf(repeat).length;
}

/** `Heading`, or `Entry 2` in a list. */
export function kindOf(item: HTMLElement): string {
  const repeat = repeatOf(item);
  if (!repeat) return 'Entry';
  if (!isBlocks(repeat)) return `${repeat.dataset.itemLabel ?? 'Entry'} ${itemsOf(repeat).indexOf(item) + 1}`;
  return item.dataset.label ?? templateFor(repeat, item.dataset.type ?? '')?.dataset.label ?? 'Block';
}

/** `Heading: From proposal to standard`, for buttons and announcements. */
export function nameOf(item: HTMLElement): string {
  const words = wordsOf(item);
  return words ? `${kindOf(item)}: ${words}` : kindOf(item);
}

const TEXTS = 'input[type="text"], input:not([type]), textarea:not([disabled]), .ProseMirror';

/** The first words in it. */
export function wordsOf(item: HTMLElement): string {
  for (const place of item.querySelectorAll<HTMLElement>(TEXTS)) {
    const text = place instanceof HTMLInputElement || place instanceof HTMLTextAreaElement ? place.value : place.innerText;
    const words = text.trim().replace(/\s+/g, ' ');
    if (words && !/^[<{]/.test(words)) return words.length > 42 ? `${words.slice(0, 40).trimEnd()}…` : words;
  }
  return '';
}

const FOCUSABLE = '.ProseMirror, input:not([type="hidden"]):not([disabled]), textarea:not([disabled]):not([hidden]), select:not([disabled]), button:not([disabled])';

/** Where somebody goes on writing in it. */
export function focusIn(item: HTMLElement): void {
  const places = [...item.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((place) => place.checkVisibility());
  const place = places.find((one) => !one.closest('[data-ops], [data-move], [role="toolbar"]')) ?? places[0] ?? item;
  if (place === item) item.tabIndex = -1;
  place.focus();
}

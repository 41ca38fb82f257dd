import { Extension } from '@tiptap/core';

/** Escape leads out of a text, to where the keys of its block are. Lists and panels that are open take it first. */
export function leaveOnEscape(field: HTMLElement): Extension {
  return Extension.create({
    name: 'leaveOnEscape',
    addKeyboardShortcuts: () => ({ Escape: () => leaveToBlock(field) }),
  });
}

export function leaveToBlock(field: HTMLElement): true {
  const block = field.closest<HTMLElement>('[data-item]') ?? field;
  if (!block.hasAttribute('tabindex')) block.tabIndex = -1;
  block.focus();
  return true;
}

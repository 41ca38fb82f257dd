import { isAutosaveOff, setAutosaveOff, type Autosave } from './autosave';
import { announce } from './announce';
import { element, iconButton, textButton } from './elements';

const KEYS: readonly (readonly [string, string])[] = [
  ['Ctrl/⌘ K', 'Find pages, people and actions'],
  ['Ctrl/⌘ S', 'Save a revision'],
  ['Ctrl/⌘ Shift P', 'Publish: says first what will happen'],
  ['Alt Up, Alt Down', 'Move the block or entry'],
  ['/', 'On an empty last line: add a block'],
  ['Alt F10', 'From a text to its buttons'],
  ['Esc', 'Close one layer, back to where you were'],
  ['?', 'Outside fields: this list'],
];

/** Saving and publishing by keys, the list of keys, and what the menu has beside the links of the server. */
export function startShortcuts(autosave: Autosave | null): void {
  document.addEventListener('keydown', (event) => {
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (document.querySelector('dialog[open]')) return;
    if (isCommand && !event.shiftKey && event.key.toLowerCase() === 's') press(event, '[data-save]');
    else if (isCommand && event.shiftKey && event.key.toLowerCase() === 'p') press(event, '[data-publish]');
    else if (event.key === '?' && !isCommand && !isTyping(event.target)) {
      event.preventDefault();
      showKeys();
    }
  });
  fillMenu(autosave);
  // a page that has just been made gets its menu then
  document.addEventListener('plenary:menu', () => { fillMenu(autosave); });
}

function fillMenu(autosave: Autosave | null): void {
  const menu = document.querySelector<HTMLElement>('[data-menu]');
  if (!menu || menu.dataset.filled !== undefined) return;
  menu.dataset.filled = '';
  menu.append(element('li', {}, textButton('Keyboard shortcuts', () => showKeys(menu.closest('details')?.querySelector('summary')), 'menu-button')));
  if (autosave) menu.append(element('li', {}, autosaveSwitch(autosave)));
}

function press(event: KeyboardEvent, which: string): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>(which)];
  event.preventDefault();
  (buttons.find((button) => button.checkVisibility()) ?? buttons[0])?.click();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select'));
}

function showKeys(back?: HTMLElement | null): void {
  const list = element('dl', { class: 'shortcuts' }, ...KEYS.map(([keys, words]) => element('div', {}, element('dt', {}, element('kbd', {}, keys)), element('dd', {}, words))));
  const dialog = element('dialog', { class: 'dialog dialog--small', 'aria-labelledby': 'keys-title' },
    element('div', { class: 'dialog-head' }, element('h2', { id: 'keys-title' }, 'Keyboard'), iconButton('x', 'Close', () => dialog.close())), list);
  const before = back ?? document.activeElement;
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before instanceof HTMLElement) before.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}

function autosaveSwitch(autosave: Autosave): HTMLElement {
  const words = (): string => (isAutosaveOff() ? 'Switch autosave on' : 'Switch autosave off');
  const button = textButton(words(), () => {
    setAutosaveOff(!isAutosaveOff());
    button.textContent = words();
    autosave.resume();
    announce(isAutosaveOff() ? 'Autosave is off' : 'Autosave is on');
  }, 'menu-button');
  return button;
}

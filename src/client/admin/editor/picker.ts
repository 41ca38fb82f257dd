import { clipboard, type Clip } from './clip';
import { element, icon } from './elements';
import { insertAt, insertClip } from './insert';
import { templateFor, templatesOf } from './item-template';
import { pictureOf } from './pictures';

export interface PickAt {
  readonly repeat: HTMLElement;
  /** The block will stand before it. */
  readonly line: HTMLElement;
  /** Where the focus goes when nothing is chosen; told whether something was searched for. */
  back(searched: boolean): void;
  /** Before the block comes. */
  chosen?: () => void;
}

/** Groups in their order; what is not named stands under the last. */
const GROUPS: readonly (readonly [string, readonly string[]])[] = [
  ['Text', ['paragraph', 'heading', 'quote', 'callout', 'faq', 'markdown']],
  ['Pictures and data', ['image', 'embed', 'table', 'typed-table', 'code']],
  ['Links and standards', ['cards', 'button', 'note-well']],
  ['More', []],
];

interface Choice { readonly label: string; readonly about: string; readonly type: string; pick(): void }

let close: () => void = () => undefined;

/** Opens in place below the line: a search with the focus, and every kind of block that may stand here. */
export function openPicker(at: PickAt): void {
  close();
  const search = element('input', { class: 'input', type: 'search', id: 'picker-search', placeholder: 'Search blocks', role: 'combobox', 'aria-expanded': 'true', 'aria-controls': 'picker-list', 'aria-autocomplete': 'list', autocomplete: 'off', 'aria-label': 'Search blocks' });
  const list = element('div', { id: 'picker-list', role: 'listbox', 'aria-label': 'Blocks' });
  const picker = element('div', { class: 'picker', role: 'dialog', 'aria-label': 'Add a block' }, element('span', { class: 'search' }, icon('i-search'), search), list, keys());
  const choices = choicesAt(at);
  const button = at.line.querySelector('button');

  close = () => {
    picker.remove();
    at.line.classList.remove('add--on');
    button?.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', outside, true);
    close = () => undefined;
  };
  const outside = (event: Event): void => { if (event.target instanceof Node && !picker.contains(event.target) && !at.line.contains(event.target)) close(); };
  const leave = (): void => { const searched = search.value !== ''; close(); at.back(searched); };
  const pick = (choice: Choice): void => { close(); at.chosen?.(); choice.pick(); };

  // its keys are its own: the form around it must neither see them as typing nor as shortcuts
  for (const kind of ['input', 'change'] as const) search.addEventListener(kind, (event) => event.stopPropagation());
  search.addEventListener('input', () => show(list, search, choices, pick));
  picker.addEventListener('keydown', (event) => onKey(event, list, search, leave));
  at.line.after(picker);
  at.line.classList.add('add--on');
  button?.setAttribute('aria-expanded', 'true');
  document.addEventListener('pointerdown', outside, true);
  show(list, search, choices, pick);
  search.focus();
  picker.scrollIntoView({ block: 'nearest' });
}

function choicesAt({ repeat, line }: PickAt): Choice[] {
  const copied = clipboard();
  const kinds = templatesOf(repeat).map((template): Choice => {
    const type = template.dataset.template ?? '';
    return { type, label: template.dataset.label ?? type, about: template.dataset.description ?? '', pick: () => insertAt(repeat, line, type) };
  });
  return copied && templateFor(repeat, copied.type) ? [pasting(copied, repeat, line), ...kinds] : kinds;
}

function pasting(copied: Clip, repeat: HTMLElement, line: HTMLElement): Choice {
  return { type: copied.type, label: 'Paste', about: copied.label, pick: () => insertClip(repeat, line, copied) };
}

function show(list: HTMLElement, search: HTMLInputElement, choices: readonly Choice[], pick: (choice: Choice) => void): void {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const found = choices.filter(({ label, about }) => words.every((word) => `${label} ${about}`.toLowerCase().includes(word)));
  const best = words.length > 0 ? [...found].sort((a, b) => Number(b.label.toLowerCase().includes(words[0]!)) - Number(a.label.toLowerCase().includes(words[0]!))) : found;
  const groups = words.length > 0 ? [element('div', { class: 'picker-choices', role: 'presentation' }, ...best.map((choice) => option(choice, pick)))] : grouped(found, pick);
  list.replaceChildren(...groups);
  if (found.length === 0) list.append(element('p', { class: 'empty', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, 'No kind of block has these words.'));
  [...list.querySelectorAll('[role="option"]')].forEach((one, index) => { one.id = `picker-option-${index}`; });
  select(list, search, list.querySelector('button'));
}

function grouped(choices: readonly Choice[], pick: (choice: Choice) => void): HTMLElement[] {
  const named = new Set(GROUPS.flatMap(([, types]) => types));
  const paste = choices.filter(({ label }) => label === 'Paste');
  const groups: [string, Choice[]][] = GROUPS.map(([label, types]) => [label, choices.filter((choice) => !paste.includes(choice) && (types.includes(choice.type) || (types.length === 0 && !named.has(choice.type))))]);
  return ([['Copied', paste], ...groups] as [string, Choice[]][]).filter(([, list]) => list.length > 0).map(([label, list], index) =>
    element('div', { role: 'group', 'aria-labelledby': `picker-group-${index}` },
      element('p', { class: 'picker-group', id: `picker-group-${index}` }, label),
      element('div', { class: 'picker-choices', role: 'presentation' }, ...list.map((choice) => option(choice, pick)))));
}

function option(choice: Choice, pick: (choice: Choice) => void): HTMLElement {
  const button = element('button', { type: 'button', role: 'option', tabindex: '-1', 'aria-selected': 'false', 'data-type': choice.type }, pictureOf(choice.type), element('b', {}, choice.label), element('span', {}, choice.about));
  button.addEventListener('click', () => pick(choice));
  return button;
}

function select(list: HTMLElement, search: HTMLInputElement, chosen: HTMLElement | null): void {
  for (const one of list.querySelectorAll('button')) one.setAttribute('aria-selected', String(one === chosen));
  if (chosen) search.setAttribute('aria-activedescendant', chosen.id);
  else search.removeAttribute('aria-activedescendant');
  chosen?.scrollIntoView({ block: 'nearest' });
}

function onKey(event: KeyboardEvent, list: HTMLElement, search: HTMLInputElement, leave: () => void): void {
  event.stopPropagation();
  const options = [...list.querySelectorAll('button')];
  const at = options.findIndex((one) => one.getAttribute('aria-selected') === 'true');
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step !== undefined && options.length > 0) select(list, search, options[(at + step + options.length) % options.length]!);
  else if (event.key === 'Enter') options[at]?.click();
  else if (event.key === 'Escape') leave();
  else if (event.key === 'Tab') return void leave();
  else return;
  event.preventDefault();
}

function keys(): HTMLElement {
  const key = (name: string | SVGSVGElement): HTMLElement => element('kbd', {}, name);
  return element('p', { class: 'keys' },
    element('span', {}, key(icon('i-arrup')), ' ', key(icon('i-arrdn')), ' choose'), element('span', {}, key('Enter'), ' insert here'), element('span', {}, key('Esc'), ' close'),
    element('span', { class: 'push' }, 'On an empty line, ', key('/'), ' opens this'));
}

import { freshToken, itemFrom, templateFor } from './item-template';
import { itemsOf, prefixOf } from './items';

/** A block or an entry as its form fields, names relative to it, so that it can stand anywhere. */
export interface Clip {
  /** Empty for an entry of a list. */
  readonly type: string;
  readonly label: string;
  readonly fields: readonly (readonly [string, string])[];
  /** What stands beside references for people to read, by the name of the field. */
  readonly labels: readonly (readonly [string, string])[];
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const CONTROLS = 'input[name], textarea[name], select[name]';

/** Takes down what an item holds now. */
export function clipOf(item: HTMLElement, label: string): Clip {
  const prefix = prefixOf(item);
  const controls = [...item.querySelectorAll<Control>(CONTROLS)].filter((control) => isSent(control) && isWithin(control.name, prefix));
  const labels = [...item.querySelectorAll<HTMLElement>('[data-name] output[data-label]')];
  return {
    type: item.dataset.type ?? '',
    label,
    fields: controls.map((control) => [control.name.slice(prefix.length), control.value]),
    labels: labels.map((output) => [(output.closest<HTMLElement>('[data-name]')?.dataset.name ?? '').slice(prefix.length), output.textContent ?? '']),
  };
}

/** An entry of a list of single fields has the name of the item itself. */
function isWithin(name: string, prefix: string): boolean {
  return name === prefix || name.startsWith(`${prefix}.`);
}

function isSent(control: Control): boolean {
  if (control.matches(':disabled')) return false;
  return !(control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')) || control.checked;
}

/** A new item holding a clip; undefined when the repeat does not take such a one. All ids in it are fresh. */
export function itemOf(repeat: HTMLElement, clip: Clip): HTMLElement | undefined {
  const template = templateFor(repeat, clip.type);
  if (!template) return undefined;
  const item = itemFrom(repeat, template, freshToken());
  const prefix = `${repeat.dataset.repeat ?? ''}.${item.dataset.item ?? ''}`;
  fill(item, prefix, valuesByName(clip.fields));
  for (const [name, text] of clip.labels) {
    const output = item.querySelector(`[data-name="${CSS.escape(prefix + name)}"] output[data-label]`);
    if (output) output.textContent = text;
  }
  return item;
}

function valuesByName(fields: Clip['fields']): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of fields) values.set(name, [...values.get(name) ?? [], value]);
  return values;
}

/** Entries of lists inside first, each under a fresh name; then the fields of this level. */
function fill(scope: HTMLElement, prefix: string, values: Map<string, string[]>): void {
  for (const repeat of innerRepeats(scope)) fillRepeat(repeat, prefix, values);
  const orders = new Set([...scope.querySelectorAll<HTMLElement>('[data-repeat]')].map((repeat) => `${repeat.dataset.repeat}.items`));
  for (const control of scope.querySelectorAll<Control>(CONTROLS)) {
    const given = isWithin(control.name, prefix) ? values.get(control.name.slice(prefix.length)) : undefined;
    if (given && !orders.has(control.name) && !saysWhatItIs(control)) set(scope, control, given);
  }
  switchOffUnsent(scope, prefix, values);
}

function innerRepeats(scope: HTMLElement): HTMLElement[] {
  return [...scope.querySelectorAll<HTMLElement>('[data-repeat]')].filter((repeat) => {
    const outer = repeat.parentElement?.closest('[data-item]');
    return outer === scope || !scope.contains(outer ?? null);
  });
}

/** The lines of an item with its token and its type. */
function saysWhatItIs(control: Control): boolean {
  return control instanceof HTMLInputElement && control.type === 'hidden' && control.parentElement?.dataset.item !== undefined && /\.(?:items|type)$/.test(control.name);
}

function fillRepeat(repeat: HTMLElement, prefix: string, values: Map<string, string[]>): void {
  const name = (repeat.dataset.repeat ?? '').slice(prefix.length);
  for (const item of itemsOf(repeat)) item.remove();
  for (const token of (values.get(`${name}.items`) ?? []).filter(Boolean)) {
    const template = templateFor(repeat, values.get(`${name}.${token}.type`)?.[0] ?? '');
    if (!template) continue;
    const item = itemFrom(repeat, template, freshToken());
    repeat.insertBefore(item, repeat.querySelector(':scope > template'));
    const start = `${name}.${token}`;
    const inner = [...values].filter(([key]) => key === start || key.startsWith(`${start}.`)).map(([key, value]): [string, string[]] => [key.slice(start.length), value]);
    fill(item, `${repeat.dataset.repeat ?? ''}.${item.dataset.item ?? ''}`, new Map(inner));
  }
}

function set(scope: HTMLElement, control: Control, given: readonly string[]): void {
  if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')) {
    control.checked = given.includes(control.value);
    control.toggleAttribute('checked', control.checked);
    return;
  }
  // the empty line before a checkbox says that it was on the form at all
  const twins = [...scope.querySelectorAll<Control>(`[name="${CSS.escape(control.name)}"]`)];
  if (twins.some((twin) => twin !== control && twin instanceof HTMLInputElement && twin.type === 'checkbox')) return;
  control.value = given[twins.indexOf(control)] ?? given[0] ?? '';
}

/** A text that came as its document only: the empty HTML beside it must not win over it. */
function switchOffUnsent(scope: HTMLElement, prefix: string, values: Map<string, string[]>): void {
  for (const area of scope.querySelectorAll<HTMLTextAreaElement>('textarea[name$=".html"]')) {
    const name = area.name.slice(prefix.length);
    if (!values.has(name) && values.has(name.replace(/html$/, 'json'))) area.disabled = true;
  }
}

const KEPT = 'plenary-block';

/** For other pages and tabs of this browser. @throws never: without storage it lasts as long as the page */
export function putOnClipboard(clip: Clip): void {
  held = clip;
  try {
    localStorage.setItem(KEPT, JSON.stringify(clip));
  } catch {
    // a full storage: this page still has it
  }
}

let held: Clip | undefined;

export function clipboard(): Clip | undefined {
  try {
    const text = localStorage.getItem(KEPT);
    return text === null ? held : JSON.parse(text) as Clip;
  } catch {
    return held;
  }
}

import { announce } from '../editor/announce';
import { element, iconButton } from '../editor/elements';
import { ownReference } from '../rich-text/own-address';
import { learnName, nameOfReference, referenceFromTyped, schemeOf } from '../rich-text/reference-names';
import { searchField } from '../rich-text/search-field';
import { anchorsOnPage } from './anchors';

/** `reference` (one of its kinds) and `link` (also addresses elsewhere): a search that shows names; the URI stays the form's field, out of sight. */
export function enhanceReference(field: HTMLElement): void {
  const name = field.dataset.name ?? '';
  const isLink = field.dataset.field === 'link';
  const real = field.querySelector<HTMLInputElement>(`input[name="${CSS.escape(isLink ? `${name}.ref` : name)}"]`);
  if (real && !real.matches(':disabled') && !real.readOnly) new ReferenceChooser(field, real, isLink);
}

class ReferenceChooser {
  private readonly kinds: readonly string[];
  private readonly input: HTMLInputElement;
  private readonly clear: HTMLButtonElement;

  constructor(field: HTMLElement, private readonly real: HTMLInputElement, private readonly isLink: boolean) {
    this.kinds = (real.dataset.kinds ?? '').split(/\s+/).filter((kind) => kind !== '' && !OUTSIDE.includes(kind));
    const output = field.querySelector<HTMLElement>('output[data-label]');
    if (real.value) learnName(real.value, output?.textContent?.trim() ?? '');
    const { input, list } = searchField({
      label: labelOf(field, real), kinds: this.kinds, id: real.id || `f-${field.dataset.name ?? ''}`,
      placeholder: isLink ? 'Page, document or address' : 'Search by name',
      own: (words) => (isLink && words.startsWith('#') ? anchorsOnPage(words.slice(1)) : []),
      pick: ({ uri }) => { this.set(uri); },
      enter: () => { void this.take(); },
    });
    this.input = input;
    this.clear = iconButton('x', 'Remove', () => { this.set(''); input.focus(); });
    takeOver(real, input);
    real.before(element('div', { class: 'chooser', 'data-made': true }, input, this.clear, list));
    real.hidden = true;
    if (output) output.hidden = true;
    this.show();
    real.addEventListener('change', () => { this.show(); });
    input.addEventListener('change', () => { void this.take(); });
  }

  private show(): void {
    this.input.value = this.real.value === '' ? '' : nameOfReference(this.real.value);
    this.clear.hidden = this.real.value === '';
  }

  private set(uri: string): void {
    const changed = uri !== this.real.value;
    this.real.value = uri;
    this.show();
    if (changed) this.real.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** What was typed without choosing: nothing, an address, or no answer, and then what was there stays. */
  private async take(): Promise<void> {
    const words = this.input.value.trim();
    if (words === '') return this.set('');
    if (words === nameOfReference(this.real.value)) return;
    const typed = words.startsWith('/') ? words : referenceFromTyped(words);
    const uri = typed === undefined ? '' : await ownReference(typed);
    if (schemeOf(uri) !== undefined && (this.isLink || this.kinds.includes(schemeOf(uri) ?? ''))) return this.set(uri);
    announce(this.isLink ? 'Nothing has this name, and it is no address.' : 'Nothing has this name.');
    this.show();
  }
}

const OUTSIDE = ['http', 'https', 'mailto', 'tel'];

/** The label, the hint and the problem belong to what is seen. */
function takeOver(real: HTMLInputElement, input: HTMLInputElement): void {
  for (const name of ['aria-describedby', 'aria-invalid', 'aria-required']) {
    const value = real.getAttribute(name);
    if (value !== null) input.setAttribute(name, value);
  }
  if (real.id !== '') real.id = `${real.id}-uri`;
}

function labelOf(field: HTMLElement, real: HTMLInputElement): string {
  const label = real.labels?.[0] ?? field.querySelector('label, legend');
  return label?.textContent?.trim() ?? 'Search';
}

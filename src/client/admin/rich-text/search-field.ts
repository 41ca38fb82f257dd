import { lastOf, lookUp, type Found } from '../completion/look-up';
import { OptionList } from '../completion/option-list';
import { element } from '../editor/elements';

export interface SearchOptions {
  readonly label: string;
  readonly placeholder?: string;
  readonly kinds: readonly string[];
  readonly id?: string;
  /** What is offered besides what the server finds, first. */
  own?(words: string): readonly Found[];
  pick(found: Found): void;
  /** Enter without anything chosen in the list. */
  enter?(words: string): void;
}

export interface SearchField {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  close(): void;
}

/** A field to search in, with a list of what is found: a combobox. It belongs to no form. */
export function searchField({ label, placeholder = '', kinds, id, own, pick, enter }: SearchOptions): SearchField {
  const input = element('input', {
    type: 'text', class: 'input', role: 'combobox', form: '-', autocomplete: 'off', spellcheck: 'false', placeholder,
    'aria-label': label, 'aria-autocomplete': 'list', 'aria-expanded': 'false', ...(id ? { id } : {}),
  });
  const list = new OptionList({ label, enter: 'choose', escape: 'close', pick: (found) => { list.hide(); pick(found); }, moved: tell });
  input.setAttribute('aria-controls', list.id);
  const ask = lastOf(150);
  const search = () => {
    const words = input.value.trim();
    ask(async () => [...own?.(words) ?? [], ...(words.startsWith('#') ? [] : await lookUp(kinds, words))], (found) => {
      if (document.activeElement === input) list.show(found);
    });
  };
  input.addEventListener('input', (event) => { event.stopPropagation(); search(); });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (list.key(event.key)) return stop(event);
    if (event.key === 'ArrowDown') { search(); return stop(event); }
    // never the form's own button
    if (event.key === 'Enter') { enter?.(input.value); stop(event); }
  });
  input.addEventListener('blur', () => { list.hide(); });
  return { input, list: list.dom, close: () => { list.hide(); } };

  function tell(option: string | null): void {
    input.setAttribute('aria-expanded', String(option !== null));
    if (option === null) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', option);
  }
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

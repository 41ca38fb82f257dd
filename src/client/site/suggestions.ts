interface Suggestion {
  kind: string;
  title: string;
  url: string;
}

/** Below every search field of the site, what one may be about to type: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
export function suggestWhileTyping(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('form[action="/search/"] .field > input, form.field[action="/search/"] > input')) suggestIn(field);
}

const PAUSE = 150;

function suggestIn(field: HTMLInputElement): void {
  const list = document.createElement('ul');
  list.id = `${field.id}-suggestions`;
  list.className = 'suggestions';
  list.role = 'listbox';
  list.ariaLabel = 'Suggestions';
  list.hidden = true;
  field.after(list);
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false', autocomplete: 'off' })) field.setAttribute(name, value);

  let timer: number | undefined;
  let asked = 0;
  const close = (): void => {
    clearTimeout(timer);
    asked += 1; // an answer on its way comes too late
    show(field, list, []);
  };
  field.addEventListener('input', () => {
    close();
    if (field.value.trim().length < 2) return;
    const mine = asked;
    timer = setTimeout(() => void suggestionsFor(field.value).then((found) => { if (mine === asked) show(field, list, found); }), PAUSE);
  });
  field.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') choose(field, list, event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter') {
      const chosen = list.querySelector<HTMLAnchorElement>('[aria-selected=true] a');
      if (!chosen) return;
      chosen.click();
    } else return;
    event.preventDefault(); // Escape would also empty the field
    event.stopPropagation(); // … or close the menu around it
  });
  field.addEventListener('blur', close);
  list.addEventListener('mousedown', (event) => event.preventDefault()); // a click must not take the focus away first
}

/** None, whatever goes wrong: the form works without. */
async function suggestionsFor(query: string): Promise<Suggestion[]> {
  try {
    const response = await fetch(`/search/suggestions?${new URLSearchParams({ query })}`);
    return response.ok ? (await response.json() as { suggestions: Suggestion[] }).suggestions : [];
  } catch {
    return [];
  }
}

function show(field: HTMLInputElement, list: HTMLElement, suggestions: readonly Suggestion[]): void {
  list.replaceChildren(...suggestions.map(({ kind, title, url }, index) => {
    const option = document.createElement('li');
    const link = document.createElement('a');
    const note = document.createElement('span');
    option.id = `${list.id}-${index}`;
    option.role = 'option';
    link.href = url;
    link.tabIndex = -1;
    note.textContent = kind;
    link.append(title, ' ', note);
    option.append(link);
    return option;
  }));
  list.hidden = suggestions.length === 0;
  field.setAttribute('aria-expanded', String(!list.hidden));
  field.removeAttribute('aria-activedescendant');
}

/** One further; before the first and after the last is the field itself. */
function choose(field: HTMLInputElement, list: HTMLElement, by: 1 | -1): void {
  const options = [...list.children];
  const before = options.findIndex((option) => option.ariaSelected === 'true');
  const after = before === -1 && by === -1 ? options.length - 1 : before + by;
  if (options[before]) options[before].ariaSelected = null;
  if (options[after]) {
    options[after].ariaSelected = 'true';
    field.setAttribute('aria-activedescendant', options[after].id);
    options[after].scrollIntoView({ block: 'nearest' });
  } else field.removeAttribute('aria-activedescendant');
}

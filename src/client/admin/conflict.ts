/** The conflict screen: the save button opens when every text is chosen, and the line beside it says what is open. */
export function startConflict(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-conflict]');
  const save = form?.querySelector<HTMLButtonElement>('[data-save-merged]');
  const state = form?.querySelector<HTMLElement>('[data-state]');
  if (!form || !save || !state) return;
  const show = (): void => {
    const open = openClashes(form);
    save.setAttribute('aria-disabled', String(open.length > 0)); // not `disabled`: it keeps the focus and can be asked why
    state.textContent = wordsFor(form.querySelectorAll('[data-clash]').length, open);
  };
  form.addEventListener('change', show);
  form.addEventListener('submit', (event) => {
    const [first] = openClashes(form);
    if (event.submitter !== save || !first) return;
    event.preventDefault();
    first.querySelector<HTMLInputElement>('input[type="radio"]')?.focus();
  });
  show();
}

function openClashes(form: HTMLFormElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>('[data-clash]')].filter((clash) => {
    const isOpen = clash.querySelector('input:checked') === null;
    clash.querySelector<HTMLElement>('[data-open]')?.toggleAttribute('hidden', !isOpen);
    return isOpen;
  });
}

function wordsFor(all: number, open: readonly HTMLElement[]): string {
  if (all === 0) return 'Everything fits together';
  if (open.length === 0) return 'All chosen';
  const title = open[0]!.querySelector('h2')?.textContent ?? '';
  return `${all - open.length} of ${all} chosen, ${open.length === 1 ? `“${title}” is open` : `${open.length} are open`}`;
}

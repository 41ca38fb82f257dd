/** Files of a list that are selected: the bar says how many. Listens above the list, which is drawn anew now and then. */
export function startSelection(library: HTMLElement): void {
  let last: HTMLInputElement | null = null;
  library.addEventListener('click', (event) => {
    const { target } = event;
    const form = target instanceof Element ? target.closest<HTMLFormElement>('form[data-select]') : null;
    if (!form || !(target instanceof HTMLElement)) return;
    if (target instanceof HTMLInputElement && target.name === 'ids') {
      if (event.shiftKey && last?.isConnected) pickBetween(boxesIn(form), last, target);
      last = target;
    } else if (target instanceof HTMLInputElement && target.matches('[data-pick-all]')) pickAll(form, target.checked);
    else if (target.closest('[data-pick-rest]')) pickAll(form, true);
    else return;
    showSelection(library);
  });
  library.addEventListener('reset', () => setTimeout(() => { showSelection(library); })); // the boxes change after the event
  library.addEventListener('submit', needsItsField);
  window.addEventListener('pageshow', () => { showSelection(library); }); // what was ticked is ticked again after going back
  showSelection(library);
}

function boxesIn(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('input[name="ids"]')];
}

function pickAll(form: HTMLFormElement, on: boolean): void {
  for (const box of boxesIn(form)) box.checked = on;
}

/** Shift and a click select all from the last one to this one. */
function pickBetween(boxes: readonly HTMLInputElement[], from: HTMLInputElement, to: HTMLInputElement): void {
  const [start, end] = [boxes.indexOf(from), boxes.indexOf(to)].sort((a, b) => a - b);
  for (const box of boxes.slice(start, (end ?? 0) + 1)) box.checked = to.checked;
}

/** A tag to add has to be written first. */
function needsItsField(event: SubmitEvent): void {
  const id = event.submitter?.dataset.needs;
  const field = id === undefined ? null : document.getElementById(id);
  if (!(field instanceof HTMLInputElement) || field.value.trim() !== '') return;
  event.preventDefault();
  field.focus();
}

export function showSelection(library: HTMLElement): void {
  const form = library.querySelector<HTMLFormElement>('form[data-select]');
  if (!form) return;
  const boxes = boxesIn(form);
  const count = boxes.filter(({ checked }) => checked).length;
  const all = form.querySelector<HTMLInputElement>('[data-pick-all]');
  if (all) [all.hidden, all.checked, all.indeterminate] = [false, count > 0 && count === boxes.length, count > 0 && count < boxes.length];
  const words = form.querySelector('[data-selected]');
  if (words) words.textContent = `${count} selected`;
  form.querySelector('[data-pick-rest]')?.toggleAttribute('hidden', count === boxes.length);
}

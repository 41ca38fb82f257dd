/** The bar says how many pages are selected, and its last button what it would do to how many. */
export function startSelection(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-bulk]');
  const all = form?.querySelector<HTMLInputElement>('[data-pick-all]');
  if (!form || !all) return;

  all.hidden = false;
  let last: HTMLInputElement | null = null;
  all.addEventListener('change', () => {
    for (const box of boxesIn(form)) box.checked = all.checked;
    show(form, all);
  });
  form.addEventListener('click', (event) => {
    if (!(event.target instanceof HTMLInputElement) || event.target.name !== 'id') return;
    if (event.shiftKey && last) pickBetween(boxesIn(form), last, event.target);
    last = event.target;
    show(form, all);
  });
  form.addEventListener('reset', () => setTimeout(() => show(form, all))); // the boxes change after the event
  window.addEventListener('pageshow', () => show(form, all)); // what was ticked is ticked again after going back
  show(form, all);
}

function boxesIn(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('input[name="id"]')];
}

/** Shift and a click select all from the last one to this one. */
function pickBetween(boxes: readonly HTMLInputElement[], from: HTMLInputElement, to: HTMLInputElement): void {
  const [start, end] = [boxes.indexOf(from), boxes.indexOf(to)].sort((a, b) => a - b);
  for (const box of boxes.slice(start, (end ?? 0) + 1)) box.checked = to.checked;
}

function show(form: HTMLFormElement, all: HTMLInputElement): void {
  const boxes = boxesIn(form);
  const count = boxes.filter(({ checked }) => checked).length;
  const pages = count === 1 ? '1 page' : `${count} pages`;
  all.checked = count > 0 && count === boxes.length;
  all.indeterminate = count > 0 && count < boxes.length;
  const words = form.querySelector('[data-selected]');
  if (words) words.textContent = `${pages} selected`;
  const trash = form.querySelector('button[value="trash"]');
  if (trash) trash.textContent = `Trash ${pages}…`;
}

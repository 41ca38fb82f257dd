/** The comparison follows the choice; the arrows go from change to change. Without scripts a button compares. */
export function startComparison(): void {
  const form = document.querySelector<HTMLFormElement>('[data-compare]');
  form?.addEventListener('change', () => {
    if (form.querySelectorAll('input:checked').length === 2) form.requestSubmit();
  });
  const steps = document.querySelector<HTMLElement>('[data-steps]');
  const changes = [...document.querySelectorAll<HTMLElement>('[data-change]')];
  if (!steps || changes.length < 2) return;
  steps.hidden = false;
  steps.addEventListener('click', ({ target }) => {
    const step = Number((target as Element).closest<HTMLElement>('[data-step]')?.dataset.step);
    if (step) go(changes, step);
  });
}

function go(changes: readonly HTMLElement[], step: number): void {
  const here = changes.findIndex((change) => change.contains(document.activeElement) || change.matches('[data-here]'));
  const at = here === -1 ? (step > 0 ? 0 : changes.length - 1) : (here + step + changes.length) % changes.length;
  changes.forEach((change, index) => { change.toggleAttribute('data-here', index === at); });
  changes[at]!.scrollIntoView({ block: 'center' });
}

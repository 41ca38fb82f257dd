/**
 * The form of publishing, on its own page or in a dialog: the main button names the moment while it is chosen, the line below says it
 * in UTC, and choosing an answer about a picture leads on to its field. Without this the same words come from the server.
 */
export function startPublishForm(): void {
  document.addEventListener('input', ({ target }) => {
    const form = target instanceof Element ? target.closest<HTMLFormElement>('.publish-form') : null;
    if (!form) return;
    sayMoment(form);
    if (target instanceof HTMLInputElement) followAnswer(form, target);
  });
  document.addEventListener('submit', (event) => {
    const { target, submitter } = event;
    if (target instanceof Element && target.matches('.publish-form') && submitter?.getAttribute('aria-disabled') === 'true') event.preventDefault();
  });
}

function sayMoment(form: HTMLFormElement): void {
  const values = new FormData(form);
  const [date = '', time = '', zone = 'UTC'] = ['date', 'time', 'zone'].map((name) => {
    const value = values.get(name);
    return typeof value === 'string' ? value : '';
  });
  const short = form.querySelector('[data-moment-short]');
  const utc = form.querySelector('[data-moment-utc]');
  if (!short || !utc) return;
  const instant = date && time ? instantIn(zone, `${date}T${time}:00Z`) : null;
  short.textContent = date && time ? ` for ${words(new Date(`${date}T${time}:00Z`), { weekday: 'short', day: 'numeric', month: 'short' })}, ${time}` : '';
  utc.textContent = instant ? `${words(instant, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })}, ${instant.toISOString().slice(11, 16)} UTC.` : '';
}

function words(day: Date, parts: Intl.DateTimeFormatOptions): string {
  return day.toLocaleDateString('en-GB', { ...parts, timeZone: 'UTC' }).replace(',', '');
}

/** The instant at which clocks in the zone show what `wall` shows in UTC; null for an hour that they leave out, which the server refuses in words. */
function instantIn(zone: string, wall: string): Date | null {
  const wanted = new Date(wall).getTime();
  for (const day of [-1, 1]) {
    const guess = wanted - offsetAt(zone, wanted + day * 86_400_000);
    if (guess + offsetAt(zone, guess) === wanted) return new Date(guess);
  }
  return null;
}

/** Milliseconds that clocks there are ahead of UTC at an instant. */
function offsetAt(zone: string, instant: number): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(instant);
  return new Date(`${shown.replace(' ', 'T')}Z`).getTime() - Math.floor(instant / 1_000) * 1_000;
}

function followAnswer(form: HTMLFormElement, input: HTMLInputElement): void {
  if (input.type === 'radio' && input.value === 'described') form.querySelector<HTMLInputElement>(`#${input.id.replace('described', 'alt')}`)?.focus();
  if (input.type === 'text' && input.name.startsWith('alt') && input.value !== '') {
    const described = form.querySelector<HTMLInputElement>(`#described-${input.name.slice('alt'.length)}`);
    if (described) described.checked = true;
  }
}

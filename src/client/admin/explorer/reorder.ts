import Sortable from 'sortablejs';
import { fromServer } from '../html';
import { ask, csrfToken } from '../request';

/** What the server says of a move. `undo`: the page that it stood before, '' when it was the last; left out when it did not move. */
interface Moved {
  readonly place: number;
  readonly of: number;
  readonly version: number;
  readonly undo?: number | '';
}

let list: Sortable | null = null;

/** Rows of a level are moved in place: by their buttons, which keep the focus, or by dragging them. */
export function startReordering(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-move]')) return;
    event.preventDefault();
    const fields = new URLSearchParams(entriesOf(form));
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
    if (button?.name) fields.set(button.name, button.value);
    void send(form, fields, button);
  });
  makeSortable();
}

function entriesOf(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
}

function makeSortable(): void {
  list?.destroy();
  const body = document.querySelector<HTMLElement>('[data-sortable]');
  list = body && Sortable.create(body, {
    handle: '[data-grip]', draggable: 'tr', animation: 120, forceFallback: true, fallbackTolerance: 3, ghostClass: 'lifted', dragClass: 'dragged',
    onEnd: ({ item, oldIndex, newIndex }) => {
      const form = item.querySelector<HTMLFormElement>('form[data-move]');
      if (form && oldIndex !== newIndex) void send(form, placeOf(item, form), null);
    },
  });
}

function placeOf(row: HTMLElement, form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams(entriesOf(form));
  const [above, below] = [row.previousElementSibling, row.nextElementSibling];
  if (above instanceof HTMLElement) fields.set('after', above.dataset.row ?? '');
  else if (below instanceof HTMLElement) fields.set('before', below.dataset.row ?? '');
  return fields;
}

/** One move at a time: the next one needs the version that this one makes. */
let running: Promise<void> = Promise.resolve();

function send(form: HTMLFormElement, fields: URLSearchParams, button: HTMLButtonElement | null): Promise<void> {
  running = running.then(() => sendNow(form, fields, button)).catch(() => say('The network does not answer. Nothing was moved; try again.'));
  return running;
}

async function sendNow(form: HTMLFormElement, fields: URLSearchParams, button: HTMLButtonElement | null): Promise<void> {
  const row = form.closest<HTMLElement>('[data-row]');
  fields.set('_csrf', csrfToken());
  fields.set('version', form.querySelector<HTMLInputElement>('[name="version"]')?.value ?? '');
  const answer = await ask('POST', form.action, fields);
  if (!answer.ok) return refuse(answer);

  const moved = await answer.json() as Moved;
  const title = row?.querySelector('.page-title')?.textContent ?? '';
  const inPlace = row !== null && (button === null || step(row, button.value));
  if (!inPlace) await refresh();
  else noteMove(form, fields, moved);
  say(row ? `“${title}” is now at place ${moved.place} of ${moved.of}.` : `Undone: it is back at place ${moved.place} of ${moved.of}.`);
  refocus(row?.id ?? null, button);
}

/** Whether the row could go there in this very list. */
function step(row: HTMLElement, to: string): boolean {
  const neighbour = to === 'up' ? row.previousElementSibling : to === 'down' ? row.nextElementSibling : null;
  if (!neighbour) return false;
  if (to === 'up') neighbour.before(row);
  else neighbour.after(row);
  return true;
}

function noteMove(form: HTMLFormElement, fields: URLSearchParams, { version, undo }: Moved): void {
  setField(form, 'version', String(version));
  markEnds();
  const back = document.querySelector<HTMLFormElement>('form[data-undo]');
  if (!back || undo === undefined) return;
  back.setAttribute('action', new URL(form.action).pathname);
  setField(back, 'version', String(version));
  setField(back, 'before', String(undo));
  setField(back, 'list', fields.get('list') ?? '');
  back.hidden = false;
}

function setField(form: HTMLFormElement, name: string, value: string): void {
  const field = form.querySelector<HTMLInputElement>(`[name="${name}"]`);
  if (field) field.value = value;
}

/** The first of a level goes no further up, the last no further down: unless the list goes on there. */
function markEnds(): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-sortable] > tr')];
  const goesOn = { up: document.querySelector('.turn [rel="prev"]') !== null, down: document.querySelector('.turn [rel="next"]') !== null };
  for (const [index, row] of rows.entries()) {
    for (const button of row.querySelectorAll<HTMLButtonElement>('button[name="step"]')) {
      const isUp = button.value === 'up' || button.value === 'first';
      button.disabled = isUp ? index === 0 && !goesOn.up : index === rows.length - 1 && !goesOn.down;
    }
  }
}

/** The order as the server has it now, since it is not what this page shows. */
async function refuse(answer: Response): Promise<void> {
  const problem = await answer.json().catch(() => ({})) as { detail?: string };
  await refresh();
  say(answer.status === 401 ? 'You are signed out. Sign in again, then go on.' : problem.detail ?? 'This could not be done.', true);
}

async function refresh(): Promise<void> {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, credentials: 'same-origin' });
  if (!answer.ok || answer.redirected) return;
  const fresh = fromServer(await answer.text()).querySelector('[data-level]');
  if (fresh) document.querySelector('[data-level]')?.replaceWith(document.importNode(fresh, true));
  makeSortable();
}

function say(words: string, isProblem = false): void {
  const line = document.querySelector('[data-moved]');
  if (!line) return;
  line.textContent = words;
  line.classList.toggle('c-signal', isProblem);
}

/** The button that was pressed keeps the focus; at an end, where it does nothing more, the other one of its row. */
function refocus(rowId: string | null, button: HTMLButtonElement | null): void {
  if (!button) return;
  const row = rowId === null ? null : document.getElementById(rowId);
  const same = row?.querySelector<HTMLButtonElement>(`button[value="${button.value}"]`);
  (same && !same.disabled ? same : row?.querySelector<HTMLButtonElement>('button[name="step"]:not(:disabled)'))?.focus();
}

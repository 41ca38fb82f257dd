import { ask } from '../request';
import { announce } from './announce';
import { element, icon } from './elements';
import { field } from './form';
import { clock } from './kept-sign';

interface Other { readonly name: string; readonly initials: string; readonly since: string }
interface Answer { readonly others: readonly Other[]; readonly draft: { readonly id: number; readonly by: string | null; readonly at: string } | null; readonly locked?: string | boolean | null }

const EVERY_MS = 5_000;

/** Says that one is here, and who else is; that somebody saved meanwhile; that the page is locked. */
export function startPresence(form: HTMLFormElement, onSignedOut: () => void): void {
  const place = document.querySelector<HTMLElement>('[data-presence]');
  if (!place) return;
  const tell = telling();
  const beat = async (): Promise<void> => {
    if (document.visibilityState === 'visible' && form.dataset.presenceUrl && form.dataset.new !== 'new') {
      const answer = await ask('POST', form.dataset.presenceUrl, new URLSearchParams()).catch(() => null);
      if (answer?.status === 401) onSignedOut();
      if (answer?.ok) showAnswer(form, place, await answer.json() as Answer, tell);
    }
    setTimeout(() => { void beat(); }, EVERY_MS);
  };
  void beat();
}

type Tell = (key: string, words: string | null, iconName: string) => void;

function showAnswer(form: HTMLFormElement, place: HTMLElement, { others, draft, locked }: Answer, tell: Tell): void {
  showOthers(place, others);
  const base = Number(field(form, 'base') || 0);
  const isNewer = draft !== null && draft.id > base;
  tell('draft', isNewer ? `${draft.by ?? 'Somebody'} saved a newer revision at ${clock(new Date(draft.at))}: your next save will merge.` : null, 'i-hist');
  tell('locked', locked ? (typeof locked === 'string' ? locked : 'This page is locked now: it cannot be saved until it is unlocked.') : null, 'i-lock');
}

function showOthers(place: HTMLElement, [first, ...more]: readonly Other[]): void {
  if (!first) return place.replaceChildren();
  const title = [first, ...more].map(({ name, since }) => `${name} since ${clock(new Date(since))}`).join(', ');
  if (place.title === title && place.childElementCount > 0) return;
  const rest = more.length > 0 ? ` and ${more.length} more` : '';
  place.title = title;
  place.replaceChildren(
    element('span', { class: 'avatar avatar--other', 'aria-hidden': 'true' }, first.initials),
    element('span', {}, first.name, element('span', { class: 'wide-only' }, ` here since ${clock(new Date(first.since))}`), rest));
  announce(`${title} here too`);
}

/** Lines above the form, each said once and for as long as it is so. */
function telling(): Tell {
  const lines = new Map<string, HTMLElement>();
  return (key, words, iconName) => {
    const old = lines.get(key);
    if (old?.textContent === (words ?? '')) return;
    old?.remove();
    lines.delete(key);
    if (words === null) return;
    const line = element('div', { class: 'note note--warn', 'data-told': key }, icon(iconName), element('p', {}, words));
    document.querySelector('.editor-says')?.append(line);
    lines.set(key, line);
    announce(words);
  };
}

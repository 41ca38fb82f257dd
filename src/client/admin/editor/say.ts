import { announce } from './announce';
import { element, icon } from './elements';

const LONG_ENOUGH_MS = 12_000;

let said: HTMLElement | null = null;

/** Seen for a while and heard, at the lower edge: for what happens where nothing stands that could say it. */
export function say(words: string): void {
  said?.remove();
  const line = element('div', { class: 'said note note--warn' }, icon('i-warn'), element('p', {}, words));
  said = line;
  (document.getElementById('main') ?? document.body).append(line);
  announce(words);
  setTimeout(() => { line.remove(); }, LONG_ENOUGH_MS);
}

import { announce } from '../editor/announce';
import { element, icon } from '../editor/elements';
import { lastOf, lookUp, type Found } from './look-up';

/** Pictures of the library to choose from, with a search above them. */
export function imageGrid(pick: (found: Found) => void): { dom: HTMLElement; input: HTMLInputElement } {
  const input = element('input', { type: 'search', class: 'input', form: '-', 'aria-label': 'Search the pictures', placeholder: 'Search the pictures', autocomplete: 'off' });
  const list = element('div', { class: 'image-grid' });
  const count = element('p', { class: 'small soft' });
  const ask = lastOf(150);
  const search = () => {
    ask(() => lookUp(['image'], input.value.trim(), 20), (found) => {
      list.replaceChildren(...found.map((one) => pictureButton(one, pick)));
      count.textContent = found.length === 0 ? 'No picture has these words.' : `${found.length === 20 ? 'The first 20' : found.length} ${found.length === 1 ? 'picture' : 'pictures'}`;
      announce(count.textContent);
    });
  };
  input.addEventListener('input', (event) => { event.stopPropagation(); search(); });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    list.querySelector('button')?.focus();
  });
  list.addEventListener('keydown', (event) => { step(list, event); });
  search();
  return { dom: element('div', { class: 'image-chooser' }, input, count, list), input };
}

function pictureButton(found: Found, pick: (found: Found) => void): HTMLButtonElement {
  const picture = found.thumb ? element('img', { src: found.thumb, alt: '', loading: 'lazy' }) : icon('i-image');
  const button = element('button', { type: 'button', class: 'image-grid__one' }, picture, element('span', {}, found.label));
  button.addEventListener('click', () => { pick(found); });
  return button;
}

function step(list: HTMLElement, event: KeyboardEvent): void {
  const buttons = [...list.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const columns = buttons.findIndex((button) => button.offsetTop > (buttons[0]?.offsetTop ?? 0));
  const row = columns < 1 ? buttons.length : columns;
  const move = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: row, ArrowUp: -row }[event.key];
  if (at < 0 || move === undefined) return;
  event.preventDefault();
  buttons[Math.min(buttons.length - 1, Math.max(0, at + move))]?.focus();
}

import { announce } from '../editor/announce';
import { element, icon, textButton } from '../editor/elements';
import { askForFiles, mayUpload, pastedPictures, takeDrops } from './files';
import { lastOf, lookUp, type Found } from './look-up';

export interface ImageChooserOptions {
  pick(found: Found): void;
  /** Files that somebody brings instead: they are on their way into the library, and what they become is chosen. */
  take(files: File[]): void;
  /** More than one at once. */
  readonly several?: boolean;
}

const AT_ONCE = 20;

/** Pictures of the library to choose from, the newest first, with a search above them; and a way to bring a new one. Belongs to no form. */
export class ImageChooser {
  readonly dom: HTMLElement;
  /** Where one begins. */
  readonly input = element('input', { type: 'search', class: 'input', form: '-', 'aria-label': 'Search the pictures', placeholder: 'Search the pictures', autocomplete: 'off' });
  private readonly list = element('div', { class: 'image-grid' });
  private readonly count = element('p', { class: 'small soft' });
  private readonly more = textButton('Show more', () => { void this.showMore(); }, 'button image-chooser__more');
  private readonly ask = lastOf(150);
  private readonly shown = new Set<string>();

  constructor(private readonly options: ImageChooserOptions) {
    const { input, list, count, more } = this;
    const { several = false, take } = options;
    input.addEventListener('input', (event) => { event.stopPropagation(); this.search(); });
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
      event.preventDefault();
      list.querySelector('button')?.focus();
    });
    list.addEventListener('keydown', (event) => { step(list, event); });
    this.dom = element('div', { class: 'image-chooser' }, element('div', { class: 'image-chooser__head' }, input, ...(mayUpload() ? uploadPart(several, take) : [])), count, list, more);
    if (mayUpload()) bringFiles(this.dom, take);
    more.hidden = true;
    this.search();
  }

  private get words(): string {
    return this.input.value.trim();
  }

  private search(): void {
    this.ask(() => lookUp(['image'], this.words, AT_ONCE), (found) => {
      this.shown.clear();
      this.list.replaceChildren();
      this.add(found);
    });
  }

  /** The focus goes on to the first of those that came. */
  private async showMore(): Promise<void> {
    const [asked, before] = [this.words, this.shown.size];
    const found = await lookUp(['image'], asked, AT_ONCE, before);
    if (asked !== this.words || before !== this.shown.size) return;
    const hadFocus = this.dom.contains(document.activeElement);
    this.add(found);
    if (hadFocus) this.list.querySelectorAll('button')[before]?.focus();
  }

  private add(found: readonly Found[]): void {
    const { list, more, shown, count, options } = this;
    for (const one of found) {
      // what came into the library meanwhile moves the others on
      if (shown.has(one.uri)) continue;
      shown.add(one.uri);
      list.append(pictureButton(one, options.pick));
    }
    more.hidden = found.length < AT_ONCE;
    const { size } = shown;
    const many = `${more.hidden ? '' : 'The first '}${size} ${size === 1 ? 'picture' : 'pictures'}${this.words === '' ? ', the newest first' : ''}`;
    count.textContent = size === 0 ? 'No picture has these words.' : many;
    announce(count.textContent);
  }
}

function uploadPart(several: boolean, take: (files: File[]) => void): HTMLElement[] {
  const file = element('input', { type: 'file', form: '-', accept: 'image/*', multiple: several, hidden: true, 'aria-label': 'Picture to upload' });
  askForFiles(file, take);
  const button = textButton('', () => { file.click(); }, 'button');
  button.append(icon('i-upload'), 'Upload…');
  return [button, file, element('span', { class: 'small soft image-chooser__hint' }, 'or drop or paste a picture here')];
}

function bringFiles(dom: HTMLElement, take: (files: File[]) => void): void {
  takeDrops(dom, take);
  dom.addEventListener('paste', (event) => {
    const files = pastedPictures(event.clipboardData);
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    take(files);
  });
}

function pictureButton(found: Found, pick: (found: Found) => void): HTMLButtonElement {
  const picture = found.thumb ? element('img', { src: found.thumb, alt: '', loading: 'lazy', draggable: 'false' }) : icon('i-image');
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

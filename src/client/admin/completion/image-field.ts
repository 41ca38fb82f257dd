import { element, icon, textButton } from '../editor/elements';
import { mayUpload, pastedPictures, takeDrops } from './files';
import { learnName, nameOfReference } from '../rich-text/reference-names';
import { isAnswered, type AltAnswer } from './alt-answer';
import { ImageChooser } from './image-chooser';
import { libraryNote } from './library-note';
import { answerOfLibrary, learnPicture, pictureOfReference } from './library-pictures';
import { uploadLine } from './upload-line';

/** An image of a form: its picture, a chooser that opens in place, and the question what it says. */
export function enhanceImage(field: HTMLElement): void {
  const real = field.querySelector<HTMLInputElement>(`input[name="${CSS.escape(`${field.dataset.name ?? ''}.ref`)}"]`);
  if (real && !real.matches(':disabled') && !real.readOnly) new ImageField(field, real);
}

class ImageField {
  private readonly place = element('div', { class: 'image-field__chooser' });
  private readonly uploads = element('div', { class: 'incoming-list' });
  private readonly title = element('span', { class: 'small soft' });
  private readonly needed = element('p', { class: 'needed small', 'data-made': true }, icon('i-warn'), 'Needed before publishing');
  private readonly choose = textButton('', () => { this.toggle(); }, 'button');
  private readonly remove = textButton('Remove it', () => { this.set(''); this.choose.focus(); }, 'button button--quiet');
  private readonly library = libraryNote((offered) => { this.answer(offered); this.tell(); });
  private readonly frame: HTMLElement | null;
  private readonly question: HTMLElement | null;

  constructor(private readonly field: HTMLElement, private readonly real: HTMLInputElement) {
    this.frame = field.querySelector('[data-picture]');
    this.question = field.querySelector('[data-alt]');
    this.takeOver();
    this.place.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.place.childElementCount === 0) return;
      event.preventDefault();
      event.stopPropagation();
      this.toggle();
      this.choose.focus();
    });
    if (mayUpload()) this.takeFiles();
    this.show();
    real.addEventListener('change', () => { this.show(); });
    field.addEventListener('input', ({ target }) => {
      // words typed into it are the answer
      if (target === this.part('alt') && this.part('alt')?.value.trim()) this.check('described');
      this.show();
    });
  }

  /** What the server printed of it gives way, but for the picture and the question. */
  private takeOver(): void {
    const { field, real } = this;
    const output = field.querySelector<HTMLElement>('output[data-label]');
    if (real.value !== '') {
      learnName(real.value, output?.textContent?.trim() ?? '');
      learnPicture(real.value, { thumb: this.frame?.querySelector('img')?.getAttribute('src') ?? null });
      this.showPicture();
    }
    for (const label of real.labels ?? []) label.hidden = true;
    if (output) output.hidden = true;
    field.querySelector('[data-asked]')?.remove();
    this.question?.querySelector('legend')?.after(this.needed);
    this.question?.append(this.library.dom);
    const head = element('div', { class: 'image-field__head' }, this.choose, this.remove, this.title);
    real.before(element('div', { class: 'image-field', 'data-made': true }, head, this.uploads, this.place));
    real.hidden = true;
  }

  private takeFiles(): void {
    takeDrops(this.field, (files) => { this.upload(files); });
    this.field.addEventListener('paste', (event) => {
      const files = event.defaultPrevented ? [] : pastedPictures(event.clipboardData);
      if (files.length === 0) return;
      event.preventDefault();
      this.upload(files);
    });
  }

  private toggle(): void {
    if (this.place.childElementCount > 0) return this.place.replaceChildren();
    const chooser = new ImageChooser({ pick: ({ uri }) => { this.chosen(uri); }, take: (files) => { this.upload(files); }, several: this.block !== null });
    this.place.replaceChildren(chooser.dom);
    chooser.input.focus();
  }

  private chosen(uri: string): void {
    this.place.replaceChildren();
    this.set(uri);
    (this.part('decorative', ':checked') ?? this.part('decorative') ?? this.choose).focus();
  }

  /** The first becomes the picture of this place; of a block that is nothing but an image, the others blocks after it. */
  private upload(files: readonly File[]): void {
    const hadFocus = this.field.contains(document.activeElement);
    this.place.replaceChildren();
    let last: Element | null = this.block;
    for (const [index, file] of (this.block ? files : files.slice(0, 1)).entries()) {
      const line = uploadLine({
        file,
        kept: (item) => {
          line.remove();
          if (index > 0 && last) last = this.another(item.uri, last);
          else if (hadFocus && this.isLeft()) this.chosen(item.uri);
          else this.set(item.uri);
        },
        dismissed: () => { line.remove(); this.choose.focus(); },
      });
      this.uploads.append(line);
    }
    if (hadFocus) (this.uploads.querySelector('button') ?? this.choose).focus();
  }

  /** Nobody went on to something else meanwhile. */
  private isLeft(): boolean {
    return document.activeElement === document.body || this.field.contains(document.activeElement);
  }

  /** The block of which this is the picture; null where the field stands in something else. */
  private get block(): HTMLElement | null {
    return this.field.closest<HTMLElement>('[data-blocks] > [data-item][data-type="image"]');
  }

  private another(uri: string, after: Element): Element {
    const { alt, decorative } = answerOfLibrary(uri);
    after.dispatchEvent(new CustomEvent('plenary:paste-blocks', { bubbles: true, detail: { blocks: [{ type: 'image', image: { ref: uri, alt, decorative } }], after } }));
    let made: Element | null = after.nextElementSibling;
    while (made && !made.matches('[data-item]')) made = made.nextElementSibling;
    return made ?? after;
  }

  /** Another picture needs an answer of its own: what the library says of it, or none yet. */
  private set(uri: string): void {
    if (uri === this.real.value) return this.show();
    this.real.value = uri;
    this.showPicture();
    this.answer(answerOfLibrary(uri));
    this.tell();
  }

  private showPicture(): void {
    const thumb = pictureOfReference(this.real.value);
    this.frame?.replaceChildren(...(thumb === undefined ? [] : [element('img', { src: thumb, alt: '' })]));
  }

  private answer({ alt, decorative }: AltAnswer): void {
    const text = this.part('alt');
    if (text) text.value = alt ?? '';
    this.check(decorative ? 'decorative' : alt === null ? null : 'described');
  }

  private check(answer: 'described' | 'decorative' | null): void {
    for (const option of this.field.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(this.nameOf('decorative'))}"]`)) option.checked = option.value === answer;
  }

  private tell(): void {
    this.show();
    this.real.dispatchEvent(new Event('input', { bubbles: true }));
  }

  private show(): void {
    const has = this.real.value !== '';
    this.choose.textContent = has ? 'Choose another image' : 'Choose an image';
    this.title.textContent = has ? nameOfReference(this.real.value) : '';
    this.remove.hidden = !has;
    if (this.question) this.question.hidden = !has;
    const said = this.said();
    this.needed.hidden = !has || isAnswered(said);
    this.library.show(this.real.value, said);
  }

  private said(): AltAnswer {
    const chosen = this.part('decorative', ':checked')?.value;
    return { alt: chosen === 'described' ? this.part('alt')?.value.trim() || null : null, decorative: chosen === 'decorative' };
  }

  private part(name: string, more = ''): HTMLInputElement | null {
    return this.field.querySelector<HTMLInputElement>(`[name="${CSS.escape(this.nameOf(name))}"]${more}`);
  }

  private nameOf(name: string): string {
    return `${this.field.dataset.name ?? ''}.${name}`;
  }
}

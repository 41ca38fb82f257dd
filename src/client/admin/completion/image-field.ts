import { element, icon, textButton } from '../editor/elements';
import { mayUpload, pastedPictures, takeDrops } from './files';
import { learnName, nameOfReference } from '../rich-text/reference-names';
import { isAnswered, type AltAnswer } from './alt-answer';
import { FieldUploads, type PictureField } from './field-uploads';
import { ImageChooser } from './image-chooser';
import { libraryNote } from './library-note';
import { answerOfLibrary, learnPicture, pictureOfReference } from './library-pictures';

/** An image of a form: its picture, a chooser that opens in place, and the question what it says. */
export function enhanceImage(field: HTMLElement): void {
  const real = field.querySelector<HTMLInputElement>(`input[name="${CSS.escape(`${field.dataset.name ?? ''}.ref`)}"]`);
  if (real && !real.matches(':disabled') && !real.readOnly) new ImageField(field, real);
}

class ImageField implements PictureField {
  private readonly place = element('div', { class: 'image-field__chooser' });
  private readonly uploads = new FieldUploads(this);
  private readonly title = element('span', { class: 'small soft' });
  private readonly needed = element('p', { class: 'needed small', 'data-made': true }, icon('i-warn'), 'Needed before publishing');
  private readonly choose = textButton('', () => { this.toggle(); }, 'button');
  private readonly remove = textButton('Remove it', () => { this.pick(''); this.choose.focus(); }, 'button button--quiet');
  private readonly library = libraryNote((offered) => { this.write(offered); this.tell(); });
  private readonly frame: HTMLElement | null;
  private readonly question: HTMLElement | null;

  constructor(readonly field: HTMLElement, private readonly real: HTMLInputElement) {
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
      if (target instanceof HTMLInputElement && target.type === 'radio' && target.value === 'described') this.part('alt')?.focus();
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
    real.before(element('div', { class: 'image-field', 'data-made': true }, head, this.uploads.dom, this.place));
    real.hidden = true;
  }

  private takeFiles(): void {
    const upload = (files: readonly File[]): void => { this.upload(files); };
    takeDrops(this.block ?? this.field, upload);
    // files that were dropped where this block has been made for them
    this.field.addEventListener('plenary:files', (event) => { upload((event as CustomEvent<readonly File[]>).detail); });
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
    this.pick(uri);
    this.ask();
  }

  private ask(): void {
    (this.part('decorative', ':checked') ?? this.part('decorative') ?? this.choose).focus();
  }

  private upload(files: readonly File[]): void {
    const hadFocus = this.place.contains(document.activeElement);
    this.place.replaceChildren();
    if (hadFocus) this.choose.focus();
    this.uploads.bring(files);
  }

  take(uri: string, { own, asks }: { own: boolean; asks: boolean }): void {
    this.set(uri, own);
    if (asks) this.ask();
  }

  answer(): string {
    return JSON.stringify([this.part('alt')?.value, this.part('decorative', ':checked')?.value]);
  }

  rest(): void {
    this.choose.focus();
  }

  /** The block of which this is the picture; null where the field stands in something else. */
  get block(): HTMLElement | null {
    return this.field.closest<HTMLElement>('[data-blocks] > [data-item][data-type="image"]');
  }

  /** By the person, so that nothing that was brought before comes in its place. */
  private pick(uri: string): void {
    this.uploads.overtaken();
    this.set(uri);
  }

  /** Another picture needs an answer of its own: what the library says of it, or none yet. */
  private set(uri: string, hasAnswer = false): void {
    if (uri === this.real.value) return this.show();
    this.real.value = uri;
    this.showPicture();
    if (!hasAnswer) {
      const text = this.part('alt');
      if (text) text.value = '';
      this.write(answerOfLibrary(uri));
    }
    this.tell();
  }

  private showPicture(): void {
    const thumb = pictureOfReference(this.real.value);
    this.frame?.replaceChildren(...(thumb === undefined ? [] : [element('img', { src: thumb, alt: '' })]));
  }

  /** Words that a decoration does not need stay for whoever thinks better of it. */
  private write({ alt, decorative }: AltAnswer): void {
    const text = this.part('alt');
    if (text && alt !== null) text.value = alt;
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
    this.showText();
    const said = this.said();
    this.needed.hidden = !has || isAnswered(said);
    this.library.show(this.real.value, said);
  }

  /** Only for a description; and where a link leads that says what is needed, since a browser takes nobody to what is hidden. */
  private showText(): void {
    const text = this.part('alt');
    const chosen = this.part('decorative', ':checked')?.value;
    if (text) text.hidden = chosen !== 'described' && (chosen !== undefined || decodeURIComponent(location.hash) !== `#${text.id}`);
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

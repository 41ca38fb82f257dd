import { element, icon, textButton } from '../editor/elements';
import { learnName, nameOfReference } from '../rich-text/reference-names';
import { isAnswered } from './alt-question';
import { imageGrid } from './image-grid';
import type { Found } from './look-up';

/** An image of a form: its picture, a chooser that opens in place, and the question what it says. */
export function enhanceImage(field: HTMLElement): void {
  const real = field.querySelector<HTMLInputElement>(`input[name="${CSS.escape(`${field.dataset.name ?? ''}.ref`)}"]`);
  if (real && !real.matches(':disabled') && !real.readOnly) new ImageChooser(field, real);
}

class ImageChooser {
  private readonly place = element('div', { class: 'image-field__chooser' });
  private readonly title = element('span', { class: 'small soft' });
  private readonly needed = element('p', { class: 'needed small', 'data-made': true }, icon('i-warn'), 'Needed before publishing');
  private readonly choose = textButton('', () => { this.toggle(); }, 'button');
  private readonly remove = textButton('Remove it', () => { this.set('', null); this.choose.focus(); }, 'button button--quiet');
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
    this.show();
    real.addEventListener('change', () => { this.show(); });
    field.addEventListener('input', () => { this.show(); });
  }

  /** What the server printed of it gives way, but for the picture and the question. */
  private takeOver(): void {
    const { field, real } = this;
    const output = field.querySelector<HTMLElement>('output[data-label]');
    if (real.value !== '') learnName(real.value, output?.textContent?.trim() ?? '', this.frame?.querySelector('img')?.getAttribute('src') ?? null);
    for (const label of real.labels ?? []) label.hidden = true;
    if (output) output.hidden = true;
    field.querySelector('[data-asked]')?.remove();
    this.question?.querySelector('legend')?.after(this.needed);
    const head = element('div', { class: 'image-field__head' }, this.choose, this.remove, this.title);
    real.before(element('div', { class: 'image-field', 'data-made': true }, head, this.place));
    real.hidden = true;
  }

  private toggle(): void {
    if (this.place.childElementCount > 0) return this.place.replaceChildren();
    const grid = imageGrid(({ uri, thumb }: Found) => {
      this.place.replaceChildren();
      this.set(uri, thumb);
      (this.question?.querySelector<HTMLElement>('input[type="radio"]') ?? this.choose).focus();
    });
    this.place.replaceChildren(grid.dom);
    grid.input.focus();
  }

  private set(uri: string, thumb: string | null): void {
    this.real.value = uri;
    this.frame?.replaceChildren(...(thumb === null ? [] : [element('img', { src: thumb, alt: '' })]));
    this.show();
    this.real.dispatchEvent(new Event('input', { bubbles: true }));
  }

  private show(): void {
    const has = this.real.value !== '';
    this.choose.textContent = has ? 'Choose another image' : 'Choose an image';
    this.title.textContent = has ? nameOfReference(this.real.value) : '';
    this.remove.hidden = !has;
    if (this.question) this.question.hidden = !has;
    this.needed.hidden = !has || isAnswered(answerIn(this.field));
  }
}

function answerIn(field: HTMLElement): { alt: string | null; decorative: boolean } {
  const part = (name: string, more = '') => field.querySelector<HTMLInputElement>(`[name="${CSS.escape(`${field.dataset.name ?? ''}.${name}`)}"]${more}`);
  const chosen = part('decorative', ':checked')?.value;
  return { alt: chosen === 'described' ? part('alt')?.value.trim() ?? null : null, decorative: chosen === 'decorative' };
}

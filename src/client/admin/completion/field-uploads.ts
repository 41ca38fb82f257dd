import { element } from '../editor/elements';
import type { KeptFile } from '../media/upload';
import { answerOfLibrary } from './library-pictures';
import { keptLine, uploadLine } from './upload-line';

/** The field of a picture, as far as files that are brought to it are concerned. */
export interface PictureField {
  readonly field: HTMLElement;
  /** The block of which this is the picture; null where the field stands in something else. */
  readonly block: HTMLElement | null;
  /** `own`: what it says to those who cannot see it was said meanwhile, and stays. */
  take(uri: string, options: { own: boolean; asks: boolean }): void;
  /** What stands there as its answer, also what is half typed. */
  answer(): string;
  /** Where one goes on when nothing comes. */
  rest(): void;
}

/** Files on their way to one picture field. The last thing that somebody did to the field counts, not the last one to arrive. */
export class FieldUploads {
  readonly dom = element('div', { class: 'incoming-list' });
  private turn = 0;

  constructor(private readonly of: PictureField) {}

  /** Somebody chose, or removed, something: what is still on its way does not come into the field any more. */
  overtaken(): void {
    this.turn += 1;
  }

  /** The first becomes the picture of this place; of a block that is nothing but an image, the others blocks after it. */
  bring(files: readonly File[]): void {
    const hadFocus = this.of.field.contains(document.activeElement);
    const [first, ...others] = this.of.block ? files : files.slice(0, 1);
    this.overtaken();
    if (first) this.bringOwn(first, hadFocus);
    let last: Element | null = this.of.block;
    for (const file of others) this.send(file, ({ uri }) => { if (last) last = anotherBlock(uri, last); });
    if (hadFocus) this.rest();
  }

  private bringOwn(file: File, hadFocus: boolean): void {
    const { of, turn } = this;
    const before = of.answer();
    this.send(file, (item) => {
      if (turn === this.turn) return of.take(item.uri, { own: of.answer() !== before, asks: hadFocus && this.isLeft() });
      const line = keptLine(item, {
        // what was said meanwhile was about the picture that stands there now
        use: () => { line.remove(); this.overtaken(); of.take(item.uri, { own: false, asks: true }); },
        dismissed: () => { line.remove(); this.rest(); },
      });
      this.dom.append(line);
    });
  }

  private send(file: File, kept: (item: KeptFile) => void): void {
    const line = uploadLine({ file, kept: (item) => { line.remove(); kept(item); }, dismissed: () => { line.remove(); this.rest(); } });
    this.dom.append(line);
  }

  private rest(): void {
    const button = this.dom.querySelector('button');
    if (button) button.focus();
    else this.of.rest();
  }

  /** Nobody went on to something else meanwhile. */
  private isLeft(): boolean {
    return document.activeElement === document.body || this.of.field.contains(document.activeElement);
  }
}

function anotherBlock(uri: string, after: Element): Element {
  const { alt, decorative } = answerOfLibrary(uri);
  after.dispatchEvent(new CustomEvent('plenary:paste-blocks', { bubbles: true, detail: { blocks: [{ type: 'image', image: { ref: uri, alt, decorative } }], after } }));
  let made: Element | null = after.nextElementSibling;
  while (made && !made.matches('[data-item]')) made = made.nextElementSibling;
  return made ?? after;
}

import { announce } from '../editor/announce';
import type { Takes } from './check-file';
import { askForPage, formIn, paneIn, takeItem, takePane } from './library';
import { isFree, startReplacing, type Replacing } from './replace';
import { takeFile } from './take-file';
import { isUnsaved } from './unsaved';

interface FileOptions {
  readonly takes: Takes;
  readonly signIn: () => void;
  /** Makes a pane live that was drawn anew. */
  readonly enhance: (pane: HTMLElement) => void;
  readonly mayLeave: () => Promise<boolean>;
  readonly say: (words: string) => void;
}

/** Another file for what a pane shows, and what becomes of the pane for it. */
export class PaneFile {
  private replacing: Replacing | null = null;

  constructor(private readonly library: HTMLElement, private readonly options: FileOptions) {}

  start(pane: HTMLElement): void {
    const id = pane.dataset.id ?? '';
    const { takes, signIn } = this.options;
    this.replacing = startReplacing(pane, {
      takes, signIn, mayStart: () => this.mayStart(), replaced: (note) => { void this.takeNew(id, note); }, outdated: (file, reason) => { void this.takeTheirs(id, file, reason); },
    });
  }

  private async mayStart(): Promise<boolean> {
    const isClean = !isUnsaved(formIn(this.library));
    if (isClean || !await this.options.mayLeave()) return isClean;
    this.button?.click(); // maybe of the pane that saving has drawn
    return false;
  }

  private async takeNew(id: string, note: string | null): Promise<void> {
    const words = 'The new file is in its place.';
    announce(note === null ? words : `${words} ${note}`);
    const isDrawn = await this.redraw(id) !== null;
    if (!this.isOpen(id)) return;
    this.options.say(isDrawn ? words : `${words} Reload the page to see it.`);
    const part = this.library.querySelector<HTMLElement>('[data-replace]');
    if (note === null && part && isFree(part)) this.button?.focus({ preventScroll: true });
    else if (note !== null) this.replacing?.note(`${words} ${note}`);
  }

  /** What somebody else did to it is shown first; then it can be replaced all the same. */
  private async takeTheirs(id: string, file: File, reason: string): Promise<void> {
    announce('Not replaced');
    const made = await this.redraw(id);
    if (!this.isOpen(id)) return;
    if (!made) return this.replacing?.refuse(reason, file);
    const { changed } = made.dataset;
    if (made.querySelector('[data-replace]')) this.replacing?.refuse(`${changed ?? 'Somebody else changed it meanwhile.'} Your file is not in its place yet.`, file, 'Replace anyway');
    else this.replacing?.refuse(reason);
  }

  /** The pane as it is now, around what was typed. Gives what the server drew; null: it is not that pane any more, or did not come. */
  private async redraw(id: string): Promise<HTMLElement | null> {
    const answer = this.isOpen(id) ? await askForPage(location.href) : null;
    const [old, made] = [paneIn(this.library), answer?.kind === 'page' ? paneIn(answer.page) : null];
    if (answer?.kind !== 'page' || !old || made?.dataset.id !== id || !this.isOpen(id)) return null;
    takeItem(this.library, answer.page, id);
    if (isUnsaved(formIn(this.library))) takeFile(old, made);
    else this.options.enhance(takePane(this.library, answer.page)!);
    return made;
  }

  private isOpen(id: string): boolean {
    return paneIn(this.library)?.dataset.id === id;
  }

  private get button(): HTMLElement | null {
    return this.library.querySelector<HTMLElement>('[data-replace-button]');
  }
}

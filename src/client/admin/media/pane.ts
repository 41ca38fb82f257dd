import { announce } from '../editor/announce';
import { textButton } from '../editor/elements';
import type { Takes } from './check-file';
import { startCopying } from './copy-address';
import { startFocal } from './focal';
import { askForPage, formIn, nextItem, paneIn, takeItem, takePane, type Answer } from './library';
import { PaneFile } from './pane-file';
import { startTags } from './tags';
import { askBeforeLeaving, fieldsToSend, isUnsaved, rememberRefused, rememberSaved } from './unsaved';

interface PaneOptions { readonly signIn: () => void; readonly takes: Takes }

/** What is known about one file, beside the list: opened, saved and closed without losing the place in the list. */
export class LibraryPane {
  private shownUrl = location.href;
  /** Where the list was when the pane took its place on a small screen. */
  private listAt = 0;
  private readonly file: PaneFile;

  constructor(private readonly library: HTMLElement, private readonly options: PaneOptions) {
    this.file = new PaneFile(library, { ...options, enhance: (pane) => { this.enhance(pane); }, mayLeave: () => this.mayLeave(), say: (words) => { this.say(words); } });
    const shown = paneIn(library);
    if (shown) this.enhance(shown);
    library.addEventListener('click', (event) => { this.onClick(event); });
    library.addEventListener('submit', (event) => { this.onSubmit(event); });
    window.addEventListener('popstate', () => { void this.onBack(); });
    window.addEventListener('beforeunload', (event) => { if (isUnsaved(this.form)) event.preventDefault(); });
    shown?.querySelector<HTMLElement>('[data-pane-problem]')?.focus();
  }

  /** Another file's pane, or with the list's own address none. */
  async open(url: string, { isBack = false, isSure = false } = {}): Promise<void> {
    if (!isSure && !await this.mayLeave()) return;
    const before = paneIn(this.library);
    if (!before) this.listAt = window.scrollY;
    before?.setAttribute('aria-busy', 'true');
    const answer = await askForPage(url);
    if (answer.kind !== 'page') {
      this.forget();
      return location.assign(url);
    }
    const pane = takePane(this.library, answer.page);
    document.title = answer.page.title;
    if (!isBack) history.pushState(null, '', url.split('#')[0]);
    this.shownUrl = location.href;
    if (pane) this.show(pane);
    else this.backToList(before?.dataset.id);
  }

  private show(pane: HTMLElement): void {
    this.enhance(pane);
    if (this.isAlone(pane)) window.scrollTo(0, 0);
    else this.itemLink(pane.dataset.id)?.closest('[data-item]')?.scrollIntoView({ block: 'nearest' });
    pane.querySelector<HTMLElement>('#pane-title')?.focus({ preventScroll: true });
  }

  private backToList(id: string | undefined): void {
    window.scrollTo(0, this.listAt);
    this.itemLink(id)?.focus();
  }

  private itemLink(id: string | undefined): HTMLElement | null {
    return id === undefined ? null : this.library.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"] [data-open-item]`);
  }

  /** On small screens it stands instead of the list. */
  private isAlone(pane: HTMLElement): boolean {
    return getComputedStyle(pane).position !== 'sticky';
  }

  private enhance(pane: HTMLElement): void {
    const form = this.form;
    if (form) {
      if (form.dataset.refused === undefined) rememberSaved(form);
      else rememberRefused(form);
      form.addEventListener('input', () => { this.say(isUnsaved(form) ? 'Not saved yet' : ''); });
    }
    const focal = pane.querySelector<HTMLElement>('[data-focal-part]');
    if (focal) startFocal(focal);
    const tags = pane.querySelector<HTMLInputElement>('input[name="tags"]');
    if (tags) startTags(tags);
    startCopying(pane);
    this.file.start(pane);
    this.offerNext(pane);
  }

  /** Many of a list after one another, such as all that nobody has decided about. */
  private offerNext(pane: HTMLElement): void {
    const foot = pane.querySelector('.pane-foot [data-pane-state]');
    const isAsked = pane.querySelector('[data-pane-problem]') !== null; // of a question, the answer is one button
    if (!foot || isAsked || !nextItem(this.library, pane.dataset.id)) return;
    foot.before(textButton('Save and next', () => { void this.saveAndGoOn(pane.dataset.id); }, 'button'));
  }

  private async saveAndGoOn(id: string | undefined): Promise<void> {
    const next = nextItem(this.library, id);
    if ((!isUnsaved(this.form) || await this.save()) && next) await this.open(next.href);
  }

  private onClick(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-open-item], a[data-close-pane]') : null;
    if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void this.open(link.href);
  }

  private onSubmit(event: SubmitEvent): void {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    if (form.matches('[data-image-form]')) {
      event.preventDefault();
      void this.save();
    } else if (form.matches('[data-leaves]') && isUnsaved(this.form)) {
      event.preventDefault();
      void this.mayLeave().then((may) => { if (may) this.sendAgain(nameOf(form)); });
    }
  }

  /** Saving has drawn the pane anew, with the version that the button's form has to name; or without that form, since saving has done its work. */
  private sendAgain(name: string): void {
    [...this.library.querySelectorAll<HTMLFormElement>('form[data-leaves]')].find((form) => nameOf(form) === name)?.submit();
  }

  private async onBack(): Promise<void> {
    const url = location.href;
    if (url.split('#')[0] === this.shownUrl.split('#')[0]) return; // a link within the page
    if (isUnsaved(this.form)) {
      history.pushState(null, '', this.shownUrl); // until the question is answered, what is shown is where one is
      return this.open(url);
    }
    await this.open(url, { isBack: true });
  }

  /** True when nothing typed would be lost. Saving may be refused: then one stays. */
  private async mayLeave(): Promise<boolean> {
    if (!isUnsaved(this.form)) return true;
    const title = paneIn(this.library)?.querySelector('#pane-title')?.textContent ?? '';
    const answer = await askBeforeLeaving(title);
    if (answer === 'discard') this.forget();
    return answer === 'discard' || (answer === 'save' && await this.save());
  }

  private forget(): void {
    if (this.form) rememberSaved(this.form);
  }

  private async save(): Promise<boolean> {
    const [form, focused] = [this.form, document.activeElement as HTMLElement | null];
    if (!form || form.inert || !form.reportValidity()) return false;
    form.inert = true; // what would be typed now, the answer would draw over
    this.say('Saving');
    const answer = await askForPage(form.action, fieldsToSend(form));
    if (!form.isConnected) return false;
    form.inert = false;
    if (answer.kind === 'page') return this.takeSaved(answer.page, answer.isRefused);
    if (answer.kind === 'signed-out') this.options.signIn();
    this.say(NOT_SAVED[answer.kind]);
    announce('Not saved');
    if (form.contains(focused)) focused?.focus({ preventScroll: true });
    return false;
  }

  private takeSaved(page: Document, isRefused: boolean): boolean {
    const at = paneIn(this.library)?.scrollTop ?? 0;
    const pane = takePane(this.library, page);
    if (!pane) return false;
    this.enhance(pane);
    pane.scrollTop = at;
    if (isRefused) {
      pane.querySelector<HTMLElement>('[data-pane-problem], [aria-invalid="true"]')?.focus();
      return false;
    }
    takeItem(this.library, page, pane.dataset.id ?? '');
    document.title = page.title;
    const note = pane.querySelector('[data-pane-note]')?.textContent.trim();
    this.say(note === undefined ? 'Saved' : 'Saved: see the note above');
    announce(note ?? 'Saved');
    pane.querySelector<HTMLElement>('.pane-foot button')?.focus({ preventScroll: true });
    return true;
  }

  private say(words: string): void {
    const state = this.library.querySelector('[data-pane-state]');
    if (state) state.textContent = words;
  }

  private get form(): HTMLFormElement | null {
    return formIn(this.library);
  }
}

/** Throwing away and restoring are the same address. */
function nameOf(form: HTMLFormElement): string {
  return `${form.querySelector<HTMLInputElement>('input[name="_method"]')?.value ?? form.method} ${form.action}`;
}

const NOT_SAVED: Readonly<Record<Exclude<Answer['kind'], 'page'>, string>> = {
  'signed-out': 'Not saved: sign in, then save again', unreachable: 'Not saved: the server could not be reached',
  gone: 'Not saved: it was deleted meanwhile. Copy what you need.', elsewhere: 'Not saved: reload the page and try again',
};

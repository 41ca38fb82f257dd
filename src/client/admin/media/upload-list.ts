import { announce } from '../editor/announce';
import { reasonAgainst, type Takes } from './check-file';
import { uploadFile, type UploadAnswer } from './upload';
import { UploadRow } from './upload-row';

export interface UploadListOptions extends Takes {
  readonly url: string;
  readonly collection: string | undefined;
  /** "image", "images" */
  readonly words: { readonly one: string; readonly many: string };
  readonly open: (url: string) => void;
  /** Nothing is on its way any more, and something new is in the library. */
  readonly settled: (uploaded: readonly number[]) => void;
  /** The session has ended; afterwards the rows that wait for it can be sent again. */
  readonly signIn: () => void;
}

const AT_ONCE = 2;

interface Waiting { readonly row: UploadRow; readonly stop: AbortController; readonly onPurpose: boolean }

/** The rows of what is uploaded from a page: two files at a time, each by itself, so that one that fails harms no other. */
export class UploadList {
  private readonly queue: Waiting[] = [];
  private running = 0;
  private readonly came: number[] = [];
  private refused = 0;

  constructor(private readonly section: HTMLElement, private readonly options: UploadListOptions) {
    section.querySelector('[data-uploads-close]')?.addEventListener('click', () => {
      section.hidden = true;
      this.list.replaceChildren();
    });
  }

  add(files: readonly File[]): void {
    if (files.length === 0) return;
    this.section.hidden = false;
    for (const file of files) this.addFile(file);
    announce(`${this.count(files.length)} to upload`);
    this.section.scrollIntoView({ block: 'nearest' });
    this.next();
  }

  get isBusy(): boolean {
    return this.running + this.queue.length > 0;
  }

  private addFile(file: File): void {
    let stop = new AbortController();
    const row: UploadRow = new UploadRow(file, {
      stop: () => { stop.abort(); this.drop(row); },
      again: (onPurpose) => {
        stop = new AbortController();
        row.waits();
        this.queue.push({ row, stop, onPurpose });
        this.next();
      },
      open: this.options.open,
    });
    this.list.append(row.dom);
    const reason = reasonAgainst(file, this.options);
    if (reason === null) this.queue.push({ row, stop, onPurpose: false });
    else this.refuse(row, reason, false);
  }

  private next(): void {
    this.say();
    while (this.running < AT_ONCE && this.queue.length > 0) void this.send(this.queue.shift()!);
    if (!this.isBusy) this.settle();
  }

  private async send({ row, stop, onPurpose }: Waiting): Promise<void> {
    this.running += 1;
    const { url, collection } = this.options;
    row.progresses(0);
    const answer = await uploadFile(row.file, { url, collection, signal: stop.signal, onProgress: (share) => { row.progresses(share); }, fields: onPurpose ? { again: '1' } : {} });
    this.running -= 1;
    this.show(row, answer);
    this.next();
  }

  private show(row: UploadRow, answer: UploadAnswer): void {
    if (answer.kind === 'kept') {
      row.isKept(answer.file);
      if (answer.file.duplicateOf === null) this.came.push(answer.file.id);
    } else if (answer.kind === 'refused') this.refuse(row, answer.message, answer.again);
    else if (answer.kind === 'unreachable') row.isLost('The server could not be reached.');
    else if (answer.kind === 'signed-out') {
      row.isLost('You were signed out.');
      this.options.signIn();
    }
  }

  private refuse(row: UploadRow, reason: string, mayInsist: boolean): void {
    this.refused += 1;
    row.isRefused(reason, mayInsist);
    announce(`${row.file.name} was refused: ${reason}`);
  }

  /** Cancelled: whatever had been sent of it, the server drops. */
  private drop(row: UploadRow): void {
    const at = this.queue.findIndex((waiting) => waiting.row === row);
    if (at >= 0) this.queue.splice(at, 1);
    row.dom.remove();
    if (this.list.childElementCount === 0) this.section.hidden = true;
    this.say();
  }

  private settle(): void {
    if (this.came.length + this.refused === 0) return;
    announce(`${this.came.length} uploaded${this.refused > 0 ? `, ${this.refused} refused` : ''}.`);
    this.refused = 0;
    if (this.came.length > 0) this.options.settled(this.came.splice(0));
  }

  private say(): void {
    const title = this.section.querySelector('[data-uploads-title]');
    const left = this.running + this.queue.length;
    if (title) title.textContent = left > 0 ? `${this.count(left)} on the way` : 'Uploads';
    this.section.querySelector('[data-uploads-close]')?.toggleAttribute('hidden', left > 0);
  }

  private count(count: number): string {
    const { one, many } = this.options.words;
    return count === 1 ? `1 ${one}` : `${count} ${many}`;
  }

  private get list(): HTMLElement {
    return this.section.querySelector<HTMLElement>('[data-uploads-list]')!;
  }
}

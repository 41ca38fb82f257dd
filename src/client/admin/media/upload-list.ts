import { announce } from '../editor/announce';
import { reasonAgainst, type Takes } from './check-file';
import { restoreTwin, uploadFile, type KeptFile, type Twin, type UploadAnswer } from './upload';
import { UploadHold } from './upload-hold';
import { UploadPanel } from './upload-panel';
import { UploadRow, type RowState } from './upload-row';

export interface UploadListOptions extends Takes {
  readonly url: string;
  readonly collection: string | undefined;
  /** "image", "images" */
  readonly words: { readonly one: string; readonly many: string };
  readonly open: (url: string) => void;
  /** Nothing is on its way any more, and something new is in the library. */
  readonly settled: (uploaded: readonly number[]) => void;
  /** The session has ended; afterwards `resume` is called. */
  readonly signIn: () => void;
  /** What has the focus when the list is gone. */
  readonly home: HTMLElement;
}

const AT_ONCE = 2;

interface Waiting { readonly row: UploadRow; readonly onPurpose: boolean }

/** What is uploaded from a page: two files at a time, each by itself, so that one that fails harms no other. */
export class UploadList {
  private readonly panel: UploadPanel;
  private readonly rows = new Set<UploadRow>();
  private readonly stops = new Map<UploadRow, AbortController>();
  private queue: Waiting[] = [];
  private running = 0;
  private readonly came: number[] = [];
  private refused = 0;
  /** Signed out: whatever were sent would be refused. */
  private isPaused = false;
  private readonly hold = new UploadHold(() => { this.release(); });

  constructor(section: HTMLElement, private readonly options: UploadListOptions) {
    this.panel = new UploadPanel(section, { words: options.words, home: options.home, tryAll: () => { this.resume(); }, close: () => { this.close(); } });
  }

  add(files: readonly File[]): void {
    if (files.length === 0) return;
    const rows = files.map((file) => this.rowFor(file));
    this.panel.add(rows);
    for (const row of rows) {
      const reason = reasonAgainst(row.file, this.options);
      if (reason === null) this.enqueue(row);
      else this.refuse(row, reason);
    }
    announce(`${files.length} ${files.length === 1 ? this.options.words.one : this.options.words.many} to upload`);
    this.next();
  }

  /** What was lost to the network or with the session goes on: both are back, or somebody wants to know. */
  resume(): void {
    this.isPaused = false;
    for (const row of this.in('lost')) this.enqueue(row);
    this.waitAll();
    this.next();
  }

  /** Leaving the page would lose files that are not in the library. */
  get isBusy(): boolean {
    return this.in('waiting', 'sending', 'lost').length > 0;
  }

  private in(...states: readonly RowState[]): UploadRow[] {
    return [...this.rows].filter(({ state }) => states.includes(state));
  }

  private rowFor(file: File): UploadRow {
    const row: UploadRow = new UploadRow(file, this.options.words.one === 'document' ? 'i-doc' : 'i-image', {
      stop: () => { this.drop([row]); },
      again: (onPurpose) => { this.isPaused = false; this.enqueue(row, onPurpose); this.next(); },
      goOn: () => { this.release(); },
      restore: (twin) => { void this.restore(row, twin); },
      open: this.options.open,
    });
    this.rows.add(row);
    return row;
  }

  private enqueue(row: UploadRow, onPurpose = false): void {
    this.queue.push({ row, onPurpose });
    this.wait(row);
  }

  private waitAll(): void {
    for (const { row } of this.queue) this.wait(row);
  }

  private wait(row: UploadRow): void {
    if (this.hold.time !== null) row.isHeld(this.hold.time);
    else row.waits(this.isPaused ? 'Waits until you are signed in again' : undefined);
  }

  private next(): void {
    const mayGo = !this.isPaused && this.hold.time === null;
    while (mayGo && this.running < AT_ONCE && this.queue.length > 0) void this.send(this.queue.shift()!);
    this.say();
    if (this.running === 0) this.settle();
  }

  private async send(waiting: Waiting): Promise<void> {
    const { row, onPurpose } = waiting;
    const { url, collection } = this.options;
    const stop = new AbortController();
    this.stops.set(row, stop);
    this.running += 1;
    row.progresses(0);
    this.panel.follow(row);
    const answer = await uploadFile(row.file, { url, collection, signal: stop.signal, onProgress: (share) => { row.progresses(share); }, fields: onPurpose ? { again: '1' } : {} });
    this.running -= 1;
    this.stops.delete(row);
    if (answer.kind === 'refused' && answer.until) this.delay(waiting, answer.until);
    else this.show(row, answer);
    this.next();
  }

  private show(row: UploadRow, answer: UploadAnswer): void {
    if (answer.kind === 'kept') this.keep(row, answer.file);
    else if (answer.kind === 'refused') this.refuse(row, answer.message, answer);
    else if (answer.kind !== 'stopped') {
      row.isLost(answer.kind === 'unreachable' ? 'The server could not be reached.' : 'You were signed out.');
      this.panel.raise(row);
    }
    if (answer.kind === 'signed-out') {
      this.isPaused = true;
      this.waitAll();
      this.options.signIn();
    }
  }

  private keep(row: UploadRow, file: KeptFile, words?: string): void {
    row.isKept(file, words);
    if (file.duplicateOf === null) this.came.push(file.id);
  }

  private refuse(row: UploadRow, reason: string, mend: { again?: boolean; twin?: Twin | null } = {}): void {
    this.refused += 1;
    row.isRefused(reason, mend);
    this.panel.raise(row);
    announce(`${row.file.name} was refused: ${reason}`);
  }

  /** Too many for now: this one and all behind it wait, and go on by themselves. */
  private delay(waiting: Waiting, until: Date): void {
    this.queue.unshift(waiting);
    this.hold.begin(until);
    this.waitAll();
    announce(`Too many files for now: ${this.queue.length} wait until ${this.hold.time}`);
  }

  private release(): void {
    this.hold.end();
    this.waitAll();
    this.next();
  }

  private async restore(row: UploadRow, twin: Twin): Promise<void> {
    const answer = await restoreTwin(twin);
    if (answer.kind === 'signed-out') return this.options.signIn();
    if (answer.kind === 'kept') this.keep(row, answer.file, 'Restored as');
    else row.isRefused(answer.kind === 'refused' ? answer.message : 'The server could not be reached.', { again: true, twin });
    this.next();
  }

  /** Cancelled: whatever had been sent of them, the server drops. */
  private drop(rows: readonly UploadRow[]): void {
    this.queue = this.queue.filter(({ row }) => !rows.includes(row));
    for (const row of rows) {
      this.rows.delete(row);
      this.stops.get(row)?.abort();
      this.panel.remove(row);
    }
    if (this.rows.size === 0) this.panel.hide();
    this.say();
  }

  private close(): void {
    const unfinished = this.in('waiting', 'sending', 'lost');
    if (unfinished.length === 0) this.rows.clear();
    this.drop(unfinished);
  }

  private settle(): void {
    if (this.in('refused', 'lost').length > 0) this.panel.toTop();
    if (this.came.length + this.refused === 0) return;
    announce(`${this.came.length} uploaded${this.refused > 0 ? `, ${this.refused} refused` : ''}.`);
    this.refused = 0;
    if (this.came.length > 0) this.options.settled(this.came.splice(0));
  }

  private say(): void {
    const wait = this.hold.time === null ? null : `until ${this.hold.time}`;
    this.panel.say([...this.rows].map(({ state }) => state), this.isPaused ? 'until you are signed in' : wait);
  }
}

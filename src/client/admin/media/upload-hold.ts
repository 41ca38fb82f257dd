import { timeWords } from './upload';

/** The server takes no more of somebody's files for a while: till then nothing is sent, afterwards `goOn`. */
export class UploadHold {
  /** When it ends, in words; null: nothing is held. */
  time: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly goOn: () => void) {}

  begin(until: Date): void {
    this.end();
    this.time = timeWords(until);
    this.timer = setTimeout(() => { this.goOn(); }, until.getTime() - Date.now());
  }

  end(): void {
    clearTimeout(this.timer);
    this.time = null;
  }
}

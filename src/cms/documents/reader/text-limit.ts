/** Of one document, in UTF-8: some 80,000 words. */
export const MOST_TEXT_BYTES = 500_000;

/** Collects text until there is enough of it. */
export class TextCollector {
  private readonly pieces: string[] = [];
  private bytes = 0;

  add(piece: string): void {
    if (this.isFull) return;
    this.pieces.push(piece);
    this.bytes += Buffer.byteLength(piece);
  }

  get isFull(): boolean {
    return this.bytes >= MOST_TEXT_BYTES;
  }

  /** What may be stored and searched: no control or direction characters, no lone surrogates, one space between words. */
  get text(): string {
    return cutTo(MOST_TEXT_BYTES, tidy(this.pieces.join('')));
  }
}

function tidy(text: string): string {
  return Buffer.from(text).toString('utf8').normalize('NFC').replace(/\r\n?/g, '\n').replace(/[^\P{C}\n\t]|\uFFFD/gu, '').replace(/[^\S\n]+/g, ' ').replace(/ ?\n[ \n]*/g, '\n').trim();
}

function cutTo(most: number, text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= most) return text;
  return bytes.subarray(0, most).toString('utf8').replace(/\uFFFD+$/, '');
}

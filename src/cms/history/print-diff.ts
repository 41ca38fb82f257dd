import { escape, trusted, type Html } from '../../platform/html/html';
import type { Step } from './html-diff';
import { isCompared, nameOf, type Compared, type Piece } from './html-tokens';

/** The newer text's pieces, with what is gone put in where it stood. */
export function printDiff(pieces: readonly Piece[], steps: readonly Step[]): Html {
  const printer = new Printer(steps);
  for (const piece of pieces) {
    if (isCompared(piece)) printer.compared(piece);
    else printer.inline(piece.html, piece.opens);
  }
  return printer.end();
}

/** Where a paragraph of its own may stand. The root is one of them. */
const FLOW = new Set(['', 'div', 'section', 'article', 'aside', 'main', 'blockquote', 'li', 'td', 'th', 'dd', 'details', 'header', 'footer']);
const LISTS = new Set(['ul', 'ol']);
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

class Printer {
  private out = '';
  private at = 0;
  private inserting = false;
  private readonly open: string[] = [];
  /** Gone in front of the compared piece with this number. */
  private readonly gone = new Map<number, readonly Compared[]>();
  private readonly added = new Set<number>();
  /** Of the older pieces, those that stood after a space or a break: one word must not grow together with another. */
  private readonly spaced = new Set<Compared>();

  constructor(steps: readonly Step[]) {
    let place = 0;
    let previous: Compared | undefined;
    for (const piece of steps.flatMap(({ older }) => older)) {
      if (previous?.kind !== 'word' || previous.apart) this.spaced.add(piece);
      previous = piece;
    }
    for (const { same, older, newer } of steps) {
      if (!same && older.length > 0) this.gone.set(place, older);
      if (!same) newer.forEach((_, index) => this.added.add(place + index));
      place += newer.length;
    }
    this.turnLast(place, steps.findLast(({ newer }) => newer.length > 0)?.newer.at(-1));
  }

  /** The last paragraph is gone: it stood after the break before it, and so within its list, rather than before the break at the end. */
  private turnLast(place: number, last: Compared | undefined): void {
    const before = this.gone.get(place);
    const end = before?.at(-1);
    if (!before || last?.kind !== 'break' || end?.kind !== 'break' || this.gone.has(place - 1)) return;
    this.gone.delete(place);
    this.gone.set(place - 1, [end, ...before.slice(0, -1)]);
  }

  compared(piece: Compared): void {
    if (piece.kind === 'break') return this.breakOff(piece.tags);
    this.deleted();
    this.mark(this.added.has(this.at));
    this.out += piece.kind === 'word' ? piece.html + piece.space : piece.html;
    this.at += 1;
  }

  /** What is gone stands in front of a word's formatting, not in it. */
  inline(html: string, opens: boolean): void {
    if (opens) this.deleted();
    this.mark(false);
    this.out += html;
  }

  end(): Html {
    this.mark(false);
    const left = this.take(this.at);
    if (left) this.out += asBlocks(left, 'p');
    // the space after a word belongs to the text, and is not struck or underlined with it
    return trusted(this.out.replace(/(\s+)<\/(del|ins)>/g, '</$2>$1'));
  }

  /** Whole paragraphs that are gone stand between those that stayed; the rest within the line. */
  private breakOff(tags: readonly string[]): void {
    const before = this.gone.get(this.at);
    const atStart = this.at === 0;
    const first = before?.[0]?.kind === 'break' || atStart ? this.take(this.at) : undefined;
    this.deleted();
    this.mark(false);
    const after = this.gone.get(this.at + 1);
    const second = after?.at(-1)?.kind === 'break' ? after : undefined;
    const opening = tags.findIndex((tag) => /^<[a-z]/.test(tag));
    const closers = opening === -1 ? tags.length : opening;
    let left = first;
    tags.forEach((tag, index) => {
      if (index === closers) this.between(left, second);
      this.tag(tag);
      if (left && index < closers && this.mayHold() && tag.startsWith('</')) left = this.between(left, undefined);
    });
    if (closers === tags.length) this.between(left, second);
    this.at += 1;
  }

  /** Whether a paragraph or an item may stand here. */
  private mayHold(): boolean {
    const parent = this.open.at(-1) ?? '';
    return FLOW.has(parent) || LISTS.has(parent);
  }

  private between(first: readonly Compared[] | undefined, second: readonly Compared[] | undefined): undefined {
    if (!first && !second) return;
    if (!this.mayHold()) {
      this.gone.set(this.at + 1, [...first ?? [], ...this.gone.get(this.at + 1) ?? []]);
      return;
    }
    const element = LISTS.has(this.open.at(-1) ?? '') ? 'li' : 'p';
    if (first) this.out += asBlocks(first, element);
    if (second) this.out += asBlocks(this.take(this.at + 1) ?? [], element);
  }

  private tag(tag: string): void {
    this.out += tag;
    const name = nameOf(tag);
    if (name === '' || VOID.has(name)) return;
    if (tag.startsWith('</')) this.open.pop();
    else this.open.push(name);
  }

  private deleted(): void {
    const gone = this.take(this.at);
    if (!gone) return;
    this.mark(false);
    const text = inLine(gone);
    if (text === '') return;
    const [first, last] = [gone[0]!, gone.at(-1)!];
    const before = (this.spaced.has(first) || first.kind === 'break') && /(?:[^\s>]|<\/[a-z]+>)$/.test(this.out) ? ' ' : '';
    this.out += `<del>${before}${text}${last.kind === 'word' ? spaceOf(last) : ' '}</del>`;
  }

  private take(place: number): readonly Compared[] | undefined {
    const gone = this.gone.get(place);
    this.gone.delete(place);
    return gone;
  }

  private mark(inserting: boolean): void {
    if (inserting === this.inserting) return;
    this.out += inserting ? '<ins>' : '</ins>';
    this.inserting = inserting;
  }
}

function asBlocks(pieces: readonly Compared[], element: 'p' | 'li'): string {
  const paragraphs: Compared[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === 'break') paragraphs.push([]);
    else paragraphs.at(-1)!.push(piece);
  }
  return paragraphs.map(inLine).filter((text) => text !== '').map((text) => `<${element}><del>${text}</del></${element}>`).join('');
}

/** Paragraphs that were gone with a part of another are told apart by a sign. */
function inLine(pieces: readonly Compared[]): string {
  return pieces.map((piece) => {
    if (piece.kind === 'break') return ' · ';
    return piece.kind === 'word' ? piece.html + spaceOf(piece) : `[${escapeWords(piece.words)}] `;
  }).join('').replace(/^[\s·]+|[\s·]+$/g, '');
}

function spaceOf({ space, apart }: Extract<Compared, { kind: 'word' }>): string {
  return space === '' && apart ? ' ' : space;
}

/** Taken from an attribute, so quotation marks are escaped already; what else is, stays so. */
function escapeWords(words: string): string {
  return words.includes('<') ? escape(words) : words;
}

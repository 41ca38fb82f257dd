/** HTML of our own serialisers in pieces. Words, pictures and breaks are compared; tags within a line only belong to their place. */
export type Piece =
  /** One word or sign, with the space after it; `apart`: a space follows, perhaps only after its formatting. `key`: what makes it the same word, formatting and link included. */
  | { readonly kind: 'word'; readonly key: string; readonly html: string; readonly space: string; readonly apart: boolean; readonly counts: boolean }
  | { readonly kind: 'picture'; readonly key: string; readonly html: string; readonly words: string }
  /** From one paragraph, cell or item to the next: all tags between their texts. */
  | { readonly kind: 'break'; readonly key: string; readonly tags: readonly string[] }
  | { readonly kind: 'inline'; readonly html: string; readonly opens: boolean };

export type Compared = Exclude<Piece, { kind: 'inline' }>;

export function isCompared(piece: Piece): piece is Compared {
  return piece.kind !== 'inline';
}

/** Tags that stand within a line. `<br>` is one of them: it moves no word into another paragraph. */
const INLINE = new Set('a abbr b bdi bdo br cite code data dfn em i kbd mark q s samp small span strong sub sup svg time u var wbr'.split(' '));
/** Formatting that makes another word of a word. */
const TELLING = new Set('a b code em i s strong sub sup u'.split(' '));

const TAG_OR_TEXT = /<[^>]*>|[^<]+/g;
const WORD = /&(?:[a-z]+|#\d+|#x[\da-f]+);|\s+|[\p{L}\p{M}\p{N}]+(?:(?:['’.-]|&#39;)[\p{L}\p{M}\p{N}]+)*|[^]/giu;

export function piecesOf(html: string): Piece[] {
  const reader = new Reader();
  for (const [part] of plain(html).matchAll(TAG_OR_TEXT)) {
    if (part.startsWith('<')) reader.tag(part);
    else reader.text(part);
  }
  return reader.end();
}

/**
 * Without what is no part of the text: ids, which would be there twice, links to sections, and drawings; with other names for what marks
 * changes here, and pictures as one tag.
 */
function plain(html: string): string {
  return html
    .replace(/ ?<a class="anchor"[^>]*>#<\/a>/g, '')
    .replace(/<svg\b[^]*?<\/svg>/g, '')
    .replace(/<picture\b[^>]*>[^]*?(<img\b[^>]*>)[^]*?<\/picture>/g, '$1')
    .replace(/(<[a-z][^>]*?) (?:id|aria-labelledby|aria-describedby)="[^"]*"/g, '$1')
    .replace(/<(\/?)del\b/g, '<$1s').replace(/<(\/?)ins\b/g, '<$1u');
}

class Reader {
  private readonly pieces: Piece[] = [];
  /** Tags since the last word, while it is not known whether they break the text. */
  private waiting: string[] = [];
  private readonly formatting: string[] = [];

  tag(tag: string): void {
    if (/^<(?:img|video|iframe|audio|hr)\b/.test(tag)) return this.picture(tag);
    this.waiting.push(tag);
  }

  text(text: string): void {
    if (text.trim() === '' && (this.waiting.length > 0 || this.pieces.length === 0)) {
      this.waiting.push(text);
      return;
    }
    this.settle();
    for (const [token] of text.matchAll(WORD)) this.word(token);
  }

  end(): Piece[] {
    this.settle();
    return this.pieces;
  }

  private word(token: string): void {
    const last = this.pieces.at(-1);
    if (token.trim() !== '') {
      this.pieces.push({ kind: 'word', key: [token, ...this.formatting].join('\u0000'), html: token, space: '', apart: false, counts: /[\p{L}\p{N}]/u.test(token) && !token.startsWith('&') });
    } else if (last?.kind === 'word') {
      this.pieces[this.pieces.length - 1] = { ...last, space: last.space + token, apart: true };
    } else {
      this.inline(token);
    }
  }

  private picture(tag: string): void {
    this.settle();
    const alt = /\salt="([^"]*)"/.exec(tag)?.[1] ?? '';
    const source = /\ssrc="([^"]*)"/.exec(tag)?.[1] ?? tag;
    const name = tag.startsWith('<hr') ? 'Line' : alt === '' ? 'Picture' : `Picture: ${alt}`;
    this.pieces.push({ kind: 'picture', key: `<${source} ${alt}`, html: tag, words: name });
  }

  /** What stands between two words: tags of a line by themselves, or one break from the first that is none to the last. */
  private settle(): void {
    const tags = this.waiting;
    this.waiting = [];
    const first = tags.findIndex(breaks);
    const last = tags.findLastIndex(breaks);
    if (first === -1) return tags.forEach((tag) => { this.inline(tag); });
    tags.slice(0, first).forEach((tag) => { this.inline(tag); });
    tags.slice(first, last + 1).forEach((tag) => { this.format(tag); });
    this.pieces.push({ kind: 'break', key: '¶', tags: tags.slice(first, last + 1) });
    tags.slice(last + 1).forEach((tag) => { this.inline(tag); });
  }

  private inline(tag: string): void {
    if (!tag.startsWith('<') || tag.startsWith('<br')) this.setApart();
    this.format(tag);
    this.pieces.push({ kind: 'inline', html: tag, opens: /^<[a-z]/.test(tag) && !tag.startsWith('<br') });
  }

  private setApart(): void {
    const at = this.pieces.findLastIndex(({ kind }) => kind !== 'inline');
    const last = this.pieces[at];
    if (last?.kind === 'word') this.pieces[at] = { ...last, apart: true };
  }

  private format(tag: string): void {
    const name = nameOf(tag);
    if (!TELLING.has(name)) return;
    if (tag.startsWith('</')) this.formatting.pop();
    else this.formatting.push(name === 'a' ? `a ${/\shref="([^"]*)"/.exec(tag)?.[1] ?? ''}` : name);
  }
}

function breaks(tag: string): boolean {
  return tag.startsWith('<') && !INLINE.has(nameOf(tag));
}

/** `p` of `<p class="x">` and of `</p>`. */
export function nameOf(tag: string): string {
  return /^<\/?([a-z][a-z0-9]*)/.exec(tag)?.[1] ?? '';
}

import type { Db } from '../../platform/db/connect';
import { html, trusted, type Html } from '../../platform/html/html';

/** Something that texts mention: the first mention on a page leads to where it is explained. */
export interface TextMark {
  /** Root-relative. */
  readonly url: string;
  /** What it means, in a line: shown on pointing. */
  readonly title: string;
  /** How it is written. Found as a whole word, with or without the s of a plural. */
  readonly forms: readonly { readonly text: string; readonly anyCase: boolean }[];
}

/** Whoever knows what is worth marking, such as a glossary; the engine only looks for it. */
export interface TextMarkSource {
  load(db: Db, siteId: number, now: Date): Promise<readonly TextMark[]>;
}

/** What all sources know, made ready once for each content version. */
export async function loadTextMarks(sources: readonly TextMarkSource[], db: Db, siteId: number, now: Date): Promise<TextMarks> {
  const lists = await Promise.all(sources.map((source) => source.load(db, siteId, now)));
  return new TextMarks(lists.flat());
}

interface Form {
  readonly mark: TextMark;
  readonly pattern: RegExp;
  /** A word that any sentence may begin with: there its capital says nothing. */
  readonly needsCapital: boolean;
}

/** By first word, so that a text is read once, however many terms there are. */
export class TextMarks {
  readonly byWord = new Map<string, Form[]>();
  readonly byUrl = new Map<string, TextMark>();

  constructor(marks: readonly TextMark[]) {
    const forms = marks.flatMap((mark) => mark.forms.map((form) => ({ mark, ...form, text: String(html`${form.text}`) })));
    for (const { mark, text, anyCase } of forms.sort((one, other) => other.text.length - one.text.length)) {
      const word = firstWord(text);
      this.byWord.set(word, [...this.byWord.get(word) ?? [], { mark, pattern: patternOf(text, anyCase), needsCapital: /^\p{Lu}\p{Ll}+$/u.test(text) }]);
      this.byUrl.set(mark.url, mark);
    }
  }

  /** In lower case; perhaps the plural of what is looked for. */
  beginningWith(word: string): readonly Form[] | undefined {
    return this.byWord.get(word) ?? (word.endsWith('s') ? this.byWord.get(word.slice(0, -1)) : undefined);
  }

  onPage(): PageMarks {
    return new PageMarks(this);
  }
}

const WORD = /[\p{L}\p{N}]+/gu;

function firstWord(text: string): string {
  return (text.match(WORD)?.[0] ?? '').toLowerCase();
}

/** Not within a name or an address (WG-chairs, iana.org), and not with a number, which makes it something else: RFC 9110. */
function patternOf(text: string, anyCase: boolean): RegExp {
  const words = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '(?:\\s|&nbsp;)+');
  return new RegExp(`${words}s?(?![\\p{L}\\p{N}_@/-]|\\.[\\p{L}\\p{N}]|(?:\\s|&nbsp;)?\\d)`, anyCase ? 'iuy' : 'uy');
}

/** More of them and a text reads like a list of links. */
const MOST = 12;
const TAG = /^<(\/?)([a-z][a-z0-9]*)/i;
const PART = /<[^>]*>|[^<]+/g;
const UNMARKED = new Set(['a', 'abbr', 'button', 'code', 'figcaption', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'kbd', 'pre', 'samp', 'summary', 'svg', 'th']);
const WITHIN_A_LINE = new Set(['a', 'abbr', 'b', 'code', 'em', 'i', 's', 'span', 'strong', 'sub', 'sup']);
const OPENING = /(?:[\s"'“‘«([]|&quot;|&#39;)+$/;
const ENDS_A_SENTENCE = /[.!?:…][”’)\]]*$/;

/** What one page has mentioned so far. */
export class PageMarks {
  private readonly mentioned = new Set<TextMark>();
  private left = MOST;

  constructor(private readonly marks: TextMarks) {}

  /**
   * Markup of our own serialisers, where every `<` begins a tag, with the first mentions as links. What is linked by hand
   * counts as mentioned.
   */
  mark(markup: Html): Html {
    if (this.marks.byWord.size === 0) return markup;
    let unmarked = 0;
    let before = '';
    return trusted(markup.replace(PART, (part) => {
      const [, end, name = ''] = TAG.exec(part) ?? [];
      if (end === undefined) {
        const text = unmarked > 0 ? part : this.text(part, before);
        before += part;
        return text;
      }
      const tag = name.toLowerCase();
      if (UNMARKED.has(tag)) unmarked += end === '' ? 1 : -1;
      if (tag === 'a' && end === '') this.mention(part);
      if (!WITHIN_A_LINE.has(tag)) before = '';
      return part;
    }));
  }

  private mention(link: string): void {
    const mark = this.marks.byUrl.get(/\shref="([^"]*)"/.exec(link)?.[1] ?? '');
    if (mark) this.mentioned.add(mark);
  }

  private text(text: string, before: string): string {
    let result = '';
    let done = 0;
    for (const { 0: word, index } of text.matchAll(WORD)) {
      const forms = index < done || this.left === 0 ? undefined : this.marks.beginningWith(word.toLowerCase());
      const found = forms && find(forms, text, index, before);
      if (!found) continue;
      result += text.slice(done, index) + this.link(found.mark, found.words);
      done = index + found.words.length;
    }
    return result + text.slice(done);
  }

  private link(mark: TextMark, words: string): string {
    if (this.mentioned.has(mark)) return words;
    this.mentioned.add(mark);
    this.left -= 1;
    return html`<a class="term" href="${mark.url}" title="${mark.title}">` + words + '</a>';
  }
}

function find(forms: readonly Form[], text: string, index: number, before: string): { mark: TextMark; words: string } | undefined {
  if (/[-_/.@#&]$/.test(text.slice(0, index))) return undefined;
  for (const { mark, pattern, needsCapital } of forms) {
    pattern.lastIndex = index;
    const words = pattern.exec(text)?.[0];
    if (words !== undefined && !(needsCapital && beginsSentence(before + text.slice(0, index)))) return { mark, words };
  }
  return undefined;
}

function beginsSentence(before: string): boolean {
  const said = before.replace(OPENING, '');
  return said === '' || ENDS_A_SENTENCE.test(said);
}

/** What was typed, taken apart. `to_tsquery` gets nothing but letters, digits and our own signs, so nothing typed is ever an operator to it. */
export interface Terms {
  readonly wanted: readonly Term[];
  readonly unwanted: readonly Term[];
}

export interface Term {
  /** Words that stand side by side: one, or several for "a phrase" and `draft-ietf-quic`. */
  readonly pieces: readonly string[];
  /** Whoever puts words between quotation marks wants just these. */
  readonly quoted: boolean;
  /** Only the beginning of a word, as far as it has been typed. */
  readonly unfinished?: boolean;
  /** Another spelling that does as well. */
  readonly also?: string;
  /** A name of several words, of which each may stand anywhere: "request for proposals", which is also an RFP. */
  readonly apart?: boolean;
}

/** How this site's readers and writers use words; everything in lower case. */
export interface Wording {
  /** A word or a name of several → other words for it, each perhaps several. */
  readonly synonyms: Readonly<Record<string, readonly string[]>>;
  /** Words that are on almost every page: only needed when there are no others. */
  readonly weak: readonly string[];
  /** The same of whole sentences, and good for nothing in titles either: "what", "is". */
  readonly fillers: readonly string[];
}

/** What is asked, for the SQL function `search_query`; '' finds nothing. */
export interface WrittenQuery {
  readonly all: string;
  /** The same, with everything in the title or a name. */
  readonly inTitle: string;
  /** One of at least three words may be missing. */
  readonly allButOne: string;
  readonly any: string;
  /** None of this. */
  readonly unwanted: string;
  /** Each word by itself, in the title or a name. */
  readonly titleWords: readonly string[];
  /** Every word in every spelling, for what of a title the query has. */
  readonly spellings: string;
}

export function parseTerms(text: string): Terms {
  const found = [...text.matchAll(/(?<minus>(?<=^|\s)-)?(?:["“”„]+(?<phrase>[^"“”„]*)["“”]|(?<word>[^\s"“”„]+))/gu)].map(({ groups }) => ({
    minus: groups?.minus !== undefined, pieces: piecesOf(groups?.phrase ?? groups?.word ?? ''), quoted: groups?.phrase !== undefined,
  })).filter(({ pieces }) => pieces.length > 0);
  return { wanted: found.filter(({ minus }) => !minus), unwanted: found.filter(({ minus }) => minus) };
}

/** Letters and digits; a point only within them, as in "1.3". */
function piecesOf(word: string): string[] {
  const pieces = word.normalize('NFKC').toLowerCase().split(/[^\p{L}\p{M}\p{N}.]+/u);
  return pieces.map((piece) => piece.replace(/^\.+|\.+$/g, '')).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}

export function writeQuery({ wanted: typed, unwanted }: Terms, wording: Wording): WrittenQuery {
  const wanted = joinNames(typed, wording);
  const telling = without(wanted, wording.fillers);
  const terms = without(telling, wording.weak);
  const spellings = terms.map((term) => spell(term, wording, ''));
  return {
    all: spellings.join(' & '),
    inTitle: terms.map((term) => spell(term, wording, 'A')).join(' & '),
    allButOne: spellings.length < 3 ? '' : spellings.map((_, left) => `(${spellings.filter((__, index) => index !== left).join(' & ')})`).join(' | '),
    any: spellings.join(' | '),
    unwanted: unwanted.map((term) => phrase(term.pieces, '')).join(' | '),
    titleWords: telling.map((term) => spell(term, wording, 'A')),
    spellings: terms.flatMap((term) => spellingsOf(term, wording)).flat().join(' '),
  };
}

/** All, if nothing else would be left. */
function without(terms: readonly Term[], words: readonly string[]): readonly Term[] {
  const rest = terms.filter(({ pieces, quoted }) => quoted || !words.includes(pieces.join(' ')));
  return rest.length > 0 ? rest : terms;
}

const LONGEST_NAME = 4;

/** Words side by side that have other words for them as a whole. */
function joinNames(terms: readonly Term[], wording: Wording): Term[] {
  for (let length = Math.min(LONGEST_NAME, terms.length); length > 1; length -= 1) {
    const at = terms.findIndex((_, index) => isName(terms.slice(index, index + length), length, wording));
    if (at === -1) continue;
    const pieces = terms.slice(at, at + length).flatMap((term) => term.pieces);
    return [...joinNames(terms.slice(0, at), wording), { pieces, quoted: false, apart: true }, ...joinNames(terms.slice(at + length), wording)];
  }
  return [...terms];
}

function isName(terms: readonly Term[], length: number, { synonyms }: Wording): boolean {
  return terms.length === length && terms.every(({ quoted }) => !quoted) && Object.hasOwn(synonyms, terms.flatMap(({ pieces }) => pieces).join(' '));
}

/** Everything in the title or a name, the last word as far as it has been typed. */
export function writeBeginning({ wanted }: Terms): string {
  const pieces = wanted.flatMap((term) => term.pieces);
  return pieces.map((piece, index) => `'${piece}':${index === pieces.length - 1 ? '*' : ''}A`).join(' & ');
}

/** One term in every spelling that means it. `weight` is where it has to be, as in a `tsquery`: `A` the title. */
export function spell(term: Term, wording: Wording, weight: '' | 'A'): string {
  const marks = `${term.unfinished ? '*' : ''}${weight}`;
  const label = marks === '' ? '' : `:${marks}`;
  const spellings = spellingsOf(term, wording).map((spelling) => (term.apart ? `(${spelling.map((piece) => phrase([piece], label)).join(' & ')})` : phrase(spelling, label)));
  return spellings.length === 1 ? spellings[0]! : `(${spellings.join(' | ')})`;
}

function spellingsOf({ pieces, quoted, also }: Term, { synonyms }: Wording): (readonly string[])[] {
  if (quoted) return [pieces];
  const others = [apart(pieces), also === undefined ? [] : [also], ...(Object.hasOwn(synonyms, pieces.join(' ')) ? synonyms[pieces.join(' ')]! : []).map((other) => other.split(' '))];
  return [pieces, ...others.filter((other) => other.length > 0)];
}

/** `http3`, `tls1.3`: as texts write it, "HTTP/3", "TLS 1.3". */
function apart(pieces: readonly string[]): string[] {
  const parts = pieces.length === 1 ? /^(\p{L}{2,})(\d[\d.]*)$/u.exec(pieces[0]!) : null;
  return parts ? [parts[1]!, parts[2]!] : [];
}

function phrase(pieces: readonly string[], label: string): string {
  const quoted = pieces.map((piece) => `'${piece}'${label}`);
  return quoted.length === 1 ? quoted[0]! : `(${quoted.join(' <-> ')})`;
}

import { SaxesParser, type SaxesTagNS } from 'saxes';

/** Elements, and how deep; those that a `use` repeats count each time, since drawing them costs each time. */
const MOST_ELEMENTS = 100_000;
const DEEPEST = 200;
/** Every element counts for each id around it, too: many within many would be a long count. */
const MOST_COUNTED = 2e6;
const MOST_EFFECTS = 60;
const MOST_BYTES = 5e6;

const SVG = 'http://www.w3.org/2000/svg';
const OTHER_CODE = 'The drawing is not in UTF-8. Save it with the encoding “UTF-8”, or as PNG.';
export const NO_DRAWING = 'The drawing cannot be read: it is damaged, or no SVG at all.';
const OUTSIDE = 'The drawing refers to files or addresses outside itself. Save it with everything embedded, or as PNG.';
const TOO_MUCH = 'The drawing is too complicated. Save it as PNG.';

class Refused extends Error {}

/**
 * Why an SVG file is not drawn, in words; undefined: it may be. It must be UTF-8 and well-formed, without a document type of its own (entities),
 * and name nothing outside itself. Scripts and HTML in it need no refusal: it is only ever drawn.
 */
export function drawingProblem(bytes: Buffer): string | undefined {
  if (bytes.length > MOST_BYTES) return 'The drawing is larger than 5 MB. Save it as PNG.';
  if (bytes.subarray(0, 4).includes(0)) return OTHER_CODE; // UTF-16 without a mark; with one it is no UTF-8
  try {
    check(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.message;
    return (error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? OTHER_CODE : NO_DRAWING;
  }
}

function check(text: string): void {
  const parser = new SaxesParser({ xmlns: true });
  const elements = new Elements();
  parser.on('error', (error) => { throw error; });
  parser.on('xmldecl', ({ encoding }) => { if (!/^(utf-8|us-ascii)?$/i.test(encoding ?? '')) throw new Refused(OTHER_CODE); });
  parser.on('doctype', (doctype) => { if (doctype.includes('[')) throw new Refused('The drawing defines entities. Save it without them, or as PNG.'); });
  parser.on('processinginstruction', () => { throw new Refused(OUTSIDE); });
  parser.on('opentag', (tag) => elements.open(tag));
  parser.on('closetag', () => elements.close());
  for (const event of ['text', 'cdata'] as const) parser.on(event, (words) => elements.text(words));
  parser.write(text).close();
  if (elements.drawn() > MOST_ELEMENTS) throw new Refused(TOO_MUCH);
}

interface Open {
  readonly hasId: boolean;
  readonly isStyle: boolean;
}

interface Counted {
  elements: number;
  readonly uses: string[];
}

/** What is open, and how many elements each id stands for. */
class Elements {
  private readonly opened: Open[] = [];
  private readonly byId = new Map<string, Counted>();
  private readonly whole: Counted = { elements: 0, uses: [] };
  /** What the next element counts for: the whole, and each that is open and has an id. */
  private readonly around: Counted[] = [this.whole];
  private counted = 0;
  private effects = 0;

  open(tag: SaxesTagNS): void {
    if (this.opened.length === 0 && (tag.uri !== SVG || tag.local !== 'svg')) throw new Refused(NO_DRAWING);
    if (this.opened.length >= DEEPEST) throw new Refused(TOO_MUCH);
    const attributes = Object.values(tag.attributes);
    if (tag.local !== 'a') for (const { local, value } of attributes) checkAttribute(local, value);
    if (/^fe[A-Z]|^(mask|pattern)$/.test(tag.local) && (this.effects += 1) > MOST_EFFECTS) throw new Refused(TOO_MUCH);

    const id = attributes.find(({ local }) => local === 'id')?.value;
    this.opened.push({ hasId: id !== undefined, isStyle: tag.local === 'style' });
    if (id !== undefined) this.around.push(this.begin(id));
    if ((this.counted += this.around.length) > MOST_COUNTED) throw new Refused(TOO_MUCH);
    const uses = tag.local === 'use' ? attributes.filter(({ local }) => local === 'href').map(({ value }) => value.slice(1)) : [];
    for (const counted of this.around) {
      counted.elements += 1;
      counted.uses.push(...uses);
    }
    if (this.whole.elements > MOST_ELEMENTS) throw new Refused(TOO_MUCH);
  }

  close(): void {
    if (this.opened.pop()?.hasId) this.around.pop();
  }

  text(words: string): void {
    if (this.opened.at(-1)?.isStyle) checkStyle(words);
  }

  /** With everything that is repeated, at most a little more than is allowed. */
  drawn(): number {
    return this.count(this.whole, new Map(), 0);
  }

  /** Of several with one id nobody knows which will be drawn: they count together. */
  private begin(id: string): Counted {
    const begun = this.byId.get(id) ?? { elements: 0, uses: [] };
    this.byId.set(id, begun);
    return begun;
  }

  private count({ elements, uses }: Counted, known: Map<string, number>, depth: number): number {
    if (depth > DEEPEST) throw new Refused(TOO_MUCH);
    let sum = elements;
    for (const id of uses) {
      const used = this.byId.get(id);
      if (!known.has(id)) {
        known.set(id, MOST_ELEMENTS); // of one that repeats itself
        known.set(id, used ? Math.min(MOST_ELEMENTS + 1, this.count(used, known, depth + 1)) : 0);
      }
      sum += known.get(id)!;
    }
    return sum;
  }
}

function checkAttribute(name: string, value: string): void {
  if (name === 'href' || name === 'src') {
    if (!value.startsWith('#') && !/^data:image\/(png|jpeg|gif|webp);base64,/.test(value.trim())) throw new Refused(OUTSIDE);
  } else checkStyle(value);
}

/** A paint, a filter, a style sheet: what is within `url(…)` must be a part of the drawing, and not be spelt so that nobody sees it (`\75rl`). */
function checkStyle(text: string): void {
  if (/@import|\\[0-9a-f]/i.test(text)) throw new Refused(OUTSIDE);
  for (const [, target = ''] of text.matchAll(/url\s*\(\s*["']?\s*([^"')\s]*)/gi)) {
    if (target !== '' && !target.startsWith('#') && !target.startsWith('data:')) throw new Refused(OUTSIDE);
  }
}

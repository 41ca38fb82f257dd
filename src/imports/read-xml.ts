import { SaxesParser, type SaxesTagNS } from 'saxes';
import { Refusal } from '../platform/refusal';

/** An element with its text and its children in order; attributes are of no use to our sources. */
export interface XmlNode {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlNode[];
}

export interface XmlLimits {
  /** Of elements in each other, the root included. */
  readonly depth: number;
  /** Characters of one entry, marks and all. */
  readonly entry: number;
}

interface OpenNode {
  name: string;
  text: string;
  children: XmlNode[];
}

/**
 * The children of the root element, one after the other, so that a file of any size needs the memory of one entry.
 * No document type declaration, hence no entities but XML's own five.
 * @throws Refusal when it is not well-formed to its end, has another root, or goes beyond the limits
 */
export async function* readXml(chunks: AsyncIterable<Uint8Array>, isRoot: (name: string, namespace: string) => boolean, limits: XmlLimits): AsyncGenerator<XmlNode> {
  const reader = new EntryReader(isRoot, limits);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of chunks) {
    yield* reader.write(inWords(() => decoder.decode(chunk, { stream: true })));
  }
  yield* reader.write(inWords(() => decoder.decode()));
  reader.end();
}

class EntryReader {
  private readonly parser = new SaxesParser({ xmlns: true, position: true });
  private readonly open: OpenNode[] = [];
  private ready: XmlNode[] = [];
  /** Characters since the last entry ended: an entry without an end is not waited for. */
  private pending = 0;

  constructor(isRoot: (name: string, namespace: string) => boolean, private readonly limits: XmlLimits) {
    this.parser.on('error', (error) => { throw new Refusal(`It is not well-formed XML (${error.message}).`); });
    this.parser.on('doctype', () => { throw new Refusal('It has a document type declaration, which this source never has.'); });
    this.parser.on('opentag', (tag) => this.begin(tag, isRoot));
    this.parser.on('text', (text) => this.add(text));
    this.parser.on('cdata', (text) => this.add(text));
    this.parser.on('closetag', () => this.finish());
  }

  write(text: string): XmlNode[] {
    this.pending += text.length;
    this.parser.write(text);
    if (this.pending > this.limits.entry && this.ready.length === 0) throw new Refusal(`One entry of it is longer than ${this.limits.entry} characters.`);
    const done = this.ready;
    if (done.length > 0) this.pending = 0;
    this.ready = [];
    return done;
  }

  /** What was not closed until here is cut off. */
  end(): void {
    this.parser.close();
  }

  private begin({ local, uri }: SaxesTagNS, isRoot: (name: string, namespace: string) => boolean): void {
    if (this.open.length === 0 && !isRoot(local, uri)) throw new Refusal(`It is another kind of file: it begins with <${local}>.`);
    if (this.open.length >= this.limits.depth) throw new Refusal(`Its elements are nested deeper than ${this.limits.depth} levels.`);
    this.open.push({ name: local, text: '', children: [] });
  }

  private add(text: string): void {
    const node = this.open.at(-1);
    if (node && this.open.length > 1) node.text += text;
  }

  private finish(): void {
    const node = this.open.pop()!;
    if (this.open.length === 1) this.ready.push(node);
    else this.open.at(-1)?.children.push(node);
  }
}

/** Bytes that are no UTF-8. */
function inWords<Result>(decode: () => Result): Result {
  try {
    return decode();
  } catch {
    throw new Refusal('It is not a text in UTF-8.');
  }
}

export function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.filter((child) => child.name === name);
}

/** The text of the first child of that name, white space collapsed; null when there is none or nothing in it. */
export function textOf(node: XmlNode, name: string): string | null {
  const child = node.children.find((candidate) => candidate.name === name);
  return (child && collapsed(child.text)) || null;
}

export function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { openArchive, type Archive } from '../archive';
import type { TextCollector } from './text-limit';

/** Which parts of an archive are read, in their order, and what in them is text. By local names: prefixes are the program's choice. */
interface Dialect {
  parts(names: readonly string[]): string[];
  /** Elements whose characters are text. */
  readonly text: ReadonlySet<string>;
  /** What is in these is not part of the document: phonetic hints, comments, what was deleted. */
  readonly skipped: ReadonlySet<string>;
  /** Written where these begin or end. */
  readonly signs: Readonly<Record<string, string>>;
}

const OFFICE: Omit<Dialect, 'parts'> = {
  text: new Set(['t']), skipped: new Set(['rPh', 'del', 'moveFrom']),
  signs: { p: '\n', si: '\n', is: '\n', tr: '\n', br: '\n', cr: '\n', tab: ' ', tc: ' ' },
};

const OPEN: Dialect = {
  parts: () => ['content.xml'], text: new Set(['p', 'h']), skipped: new Set(['tracked-changes', 'annotation', 'script', 'scripts']),
  signs: { p: '\n', h: '\n', 'line-break': '\n', tab: ' ', s: ' ' },
};

const numbered = (pattern: RegExp) => (names: readonly string[]) => names.filter((name) => pattern.test(name)).sort((one, other) => numberIn(one) - numberIn(other) || one.localeCompare(other));

const DIALECTS: Readonly<Record<string, Dialect>> = {
  '.docx': { ...OFFICE, parts: (names) => ['word/document.xml', ...numbered(/^word\/(footnotes|endnotes|header\d*|footer\d*)\.xml$/)(names)] },
  '.xlsx': { ...OFFICE, parts: (names) => ['xl/sharedStrings.xml', ...numbered(/^xl\/worksheets\/sheet\d+\.xml$/)(names)] },
  '.pptx': { ...OFFICE, parts: numbered(/^ppt\/(slides\/slide|notesSlides\/notesSlide)\d+\.xml$/) },
  '.odt': OPEN, '.ods': OPEN, '.odp': OPEN,
};

export class IsLocked extends Error {}

/**
 * The text of an Office or OpenDocument file. Parts are read as streams; there is no document type in any of them, so entities cannot
 * multiply. @throws IsLocked when it wants a password; Error for what is not whole
 */
export async function collectOffice(extension: string, content: Buffer, text: TextCollector): Promise<void> {
  const dialect = DIALECTS[extension];
  if (!dialect) throw new Error(`No text is read from ${extension}`);
  const archive = await openArchive(content);
  if (await isLocked(archive)) throw new IsLocked();
  const names = archive.entries.map(({ fileName }) => fileName);
  for (const name of dialect.parts(names)) {
    if (!text.isFull && names.includes(name)) await collectPart(archive, name, dialect, text);
  }
}

/** OpenDocument, part 2, section 4.8.1: the manifest says which parts are encrypted. */
async function isLocked(archive: Archive): Promise<boolean> {
  const manifest = archive.entries.find(({ fileName }) => fileName === 'META-INF/manifest.xml');
  if (!manifest || manifest.uncompressedSize > 1e6) return false;
  const pieces: Buffer[] = [];
  for await (const piece of await archive.open(manifest)) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).includes('encryption-data');
}

async function collectPart(archive: Archive, name: string, dialect: Dialect, text: TextCollector): Promise<void> {
  const stream = await archive.open(archive.entries.find(({ fileName }) => fileName === name)!);
  const parser = partParser(dialect, text);
  const decoder = new TextDecoder('utf-8');
  for await (const piece of stream) {
    parser.write(decoder.decode(piece as Buffer, { stream: true }));
    if (text.isFull) return; // leaving the loop closes the stream
  }
  parser.close();
}

const DEEPEST = 500;

function partParser({ text: textNames, skipped, signs }: Dialect, text: TextCollector): SaxesParser {
  const parser = new SaxesParser();
  let [depth, inText, inSkipped] = [0, 0, 0];
  parser.on('error', (error) => { throw error; });
  parser.on('doctype', () => { throw new Error('A part declares a document type'); });
  parser.on('opentag', ({ name }) => {
    const local = localOf(name);
    depth += 1;
    if (depth > DEEPEST) throw new Error('A part is nested too deeply');
    if (textNames.has(local)) inText += 1;
    if (skipped.has(local)) inSkipped += 1;
  });
  parser.on('text', (characters) => { if (inText > 0 && inSkipped === 0) text.add(characters); });
  parser.on('closetag', ({ name }) => {
    const local = localOf(name);
    depth -= 1;
    if (textNames.has(local)) inText -= 1;
    if (skipped.has(local)) inSkipped -= 1;
    if (inSkipped === 0 && signs[local] !== undefined) text.add(signs[local]);
  });
  return parser;
}

function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function numberIn(name: string): number {
  return Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);
}

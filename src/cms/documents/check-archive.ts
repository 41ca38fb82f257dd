import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Entry } from 'yauzl';
import { openArchive, TooManyEntries, type Archive } from './archive';
import type { DocumentType } from './document-file';
import type { Source } from './source';

/** Of all that is in an archive, unpacked. */
const MOST_UNPACKED = 200e6;
/** So much smaller does no document become by packing. */
const MOST_RATIO = 200;
/** Below this an entry may be as empty as it likes: style sheets of office programs are. */
const LARGE = 1e6;
const TIME_LIMIT = 10_000;

/**
 * What is wrong with an archive, in words; undefined when nothing is. Looks at what the directory declares first, then unpacks everything
 * into nothing, so that a directory that lies is found too. Archives in it are not opened.
 */
export async function archiveProblem(source: Source, type: DocumentType): Promise<string | undefined> {
  let archive: Archive;
  try {
    archive = await openArchive(source);
  } catch (error) {
    if (error instanceof TooManyEntries) return 'There are more than 10,000 files in it, which no document has.';
    return isUnsafeName(error) ? OUTSIDE : damaged(type);
  }
  try {
    return declaredProblem(archive.entries) ?? await contentProblem(archive, type) ?? await unpackedProblem(archive, type);
  } finally {
    archive.close();
  }
}

/** As yauzl says it (`validateFileName`): whoever unpacks such a file writes over others. */
function isUnsafeName(error: unknown): boolean {
  return /^(invalid relative path|absolute path|invalid characters in fileName): /.test((error as Error).message);
}

function damaged({ name }: DocumentType): string {
  return `This is no whole ${name} file: it is damaged, or only a part of one.`;
}

const OUTSIDE = 'A file in it has a name that leads outside the archive, such as “../name”. Such files are not taken.';
const BOMB = 'Unpacked it would be larger than 200 MB, or far larger than a document is. Such files are not taken.';

function declaredProblem(entries: readonly Entry[]): string | undefined {
  const all = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const isBomb = all > MOST_UNPACKED || entries.some(({ uncompressedSize, compressedSize }) => uncompressedSize > LARGE && uncompressedSize > MOST_RATIO * compressedSize);
  return isBomb ? BOMB : undefined;
}

/** What makes it a document of this type, and macros that hide behind its extension. */
async function contentProblem(archive: Archive, { content, mimeType, name }: DocumentType): Promise<string | undefined> {
  if (content === 'zip') return undefined;
  if (archive.entries.some(({ fileName }) => /(^|\/)vbaProject\.bin$/i.test(fileName))) return 'It has macros. Save it without them.';
  const part = content === 'office' ? '[Content_Types].xml' : 'mimetype';
  const entry = archive.entries.find(({ fileName }) => fileName === part);
  const said = entry && entry.uncompressedSize < LARGE ? await textOf(archive, entry) : undefined;
  const right = said !== undefined && (content === 'office' ? said.includes(`${mimeType}.main+xml`) : said.trim() === mimeType);
  return right ? undefined : `This is no ${name} file, although its name says so.`;
}

async function textOf(archive: Archive, entry: Entry): Promise<string | undefined> {
  try {
    const pieces: Buffer[] = [];
    for await (const piece of await archive.open(entry)) pieces.push(piece as Buffer);
    return Buffer.concat(pieces).toString('utf8');
  } catch {
    return undefined;
  }
}

/** Entries with a password cannot be unpacked: nobody but their owner can. */
async function unpackedProblem(archive: Archive, type: DocumentType): Promise<string | undefined> {
  const signal = AbortSignal.timeout(TIME_LIMIT);
  const nothing = () => new Writable({ write: (_chunk, _encoding, done) => { done(); } });
  try {
    for (const entry of archive.entries) {
      if (!entry.isEncrypted() && entry.canDecodeFileData()) await pipeline(await archive.open(entry), nothing(), { signal });
    }
    return undefined;
  } catch (error) {
    if (/too many bytes/.test((error as Error).message) || signal.aborted) return BOMB;
    return damaged(type);
  }
}

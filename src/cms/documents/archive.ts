import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import yauzl, { type Entry, type Options, type ZipFile } from 'yauzl';
import type { Source } from './source';

/** What is in a ZIP file, as its directory declares it. Nothing is ever written to a disk, so names are only compared. */
export interface Archive {
  readonly entries: readonly Entry[];
  /** The content of an entry. Fails when it turns out to be larger than the directory says. */
  open(entry: Entry): Promise<Readable>;
  close(): void;
}

/** More is no document. */
export const MOST_ENTRIES = 10_000;

const OPTIONS: Options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, decodeStrings: true, strictFileNames: false };
const openFile = promisify<string, Options, ZipFile>(yauzl.open);
const openBytes = promisify<Buffer, Options, ZipFile>(yauzl.fromBuffer);

/** @throws Error for what is no ZIP file, a part of one, or one with too many entries */
export async function openArchive(source: Source): Promise<Archive> {
  const zip = typeof source === 'string' ? await openFile(source, OPTIONS) : await openBytes(source, OPTIONS);
  try {
    const entries = await readDirectory(zip);
    return { entries, open: (entry) => openEntry(zip, entry), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

export class TooManyEntries extends Error {}

function readDirectory(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > MOST_ENTRIES) throw new TooManyEntries();
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('error', reject).on('end', () => resolve(entries)).on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > MOST_ENTRIES) return reject(new TooManyEntries());
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => { if (error) reject(error); else resolve(stream); });
  });
}

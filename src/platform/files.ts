import { randomUUID } from 'node:crypto';
import { mkdir, open, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { entriesOf, isMissing, moveDurably, removeDurably, writeSynced } from './durable-files';
import { HttpError } from './http/errors';

/**
 * Where uploaded and derived files lie. A key names content for good (it carries a hash of it), so a file is
 * written once and never changed. Keys are folders and names in lower case: `images/5f3c…/original.png`.
 */
export interface FileStore {
  /** After this has resolved the file survives a power cut; before, no reader sees a part of it. Takes less than a minute, or throws. */
  put(key: string, content: Buffer | Readable): Promise<void>;
  /** The caller consumes or destroys the stream; `bytes` are those of the part. `part`: first and last byte, both within the file. Undefined if there is no such file. */
  read(key: string, part?: Part): Promise<{ stream: Readable; bytes: number } | undefined>;
  /** Bytes; undefined if there is no such file. */
  size(key: string): Promise<number | undefined>;
  /** Every file whose name is a key, in no order, perhaps also one that is written or deleted meanwhile. */
  list(): AsyncIterable<StoredFile>;
  /** A file that is gone already is fine. */
  delete(key: string): Promise<void>;
}

/** RFC 9110, section 14.1.2: both ends belong to it. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

export interface StoredFile {
  readonly key: string;
  readonly bytes: number;
  readonly modifiedAt: Date;
}

/** Files in a folder outside any web root; it is made when the first file comes. A key that could leave it throws. */
export function localFiles(folder: string): FileStore {
  const locate = (key: string) => path.join(folder, ...checkedKey(key).split('/'));
  return {
    put: (key, content) => write(folder, locate(key), content),
    read: (key, part) => read(locate(key), part),
    size: async (key) => {
      const found = await stat(locate(key)).catch(undefinedIfMissing);
      return found?.isFile() ? found.size : undefined;
    },
    list: () => list(folder, ''),
    delete: (key) => removeDurably(folder, locate(key)),
  };
}

const HOUR = 3_600_000;
const TEMPORARY = '.incoming';

/** Where files of the folder `media` lie as long as they are not whole: uploads on their way in, and those that are written. */
export function temporaryFolder(mediaFolder: string): string {
  return path.join(mediaFolder, TEMPORARY);
}

/** Remove what interrupted uploads left behind more than an hour ago; at the start and every hour. Gives how many files went. */
export async function sweepTemporaryFiles(mediaFolder: string, now: () => Date): Promise<number> {
  const [folder, limit] = [temporaryFolder(mediaFolder), now().getTime() - HOUR];
  const removed = await Promise.all((await entriesOf(folder)).map(({ name }) => removeIfOlder(path.join(folder, name), limit)));
  return removed.filter(Boolean).length;
}

/** Every part begins with a letter or digit, so that neither `..` nor a hidden file can be named. */
const KEY = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/;

export function isKey(text: string): boolean {
  return KEY.test(text) && text.length <= 300;
}

/** @throws Error for what is not a key: a fault of ours, never of a visitor */
export function checkedKey(key: string): string {
  if (!isKey(key)) throw new Error(`"${key}" is not a key of the file store`);
  return key;
}

/** RFC 4918, section 11.5: the disk, or our share of it, is full. Undefined for any other error. */
export function noSpace(error: unknown): HttpError | undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return undefined;
  return new HttpError(507, 'There is no room left for files on this server. Nothing was changed; tell whoever runs it.');
}

/** Beside the target, not in the system's temporary folder: rename is atomic only within one file system. */
async function write(folder: string, target: string, content: Buffer | Readable): Promise<void> {
  const temporary = path.join(temporaryFolder(folder), randomUUID());
  try {
    await mkdir(path.dirname(temporary), { recursive: true });
    await writeSynced(temporary, content);
    await moveDurably(folder, temporary, target);
  } catch (error) {
    if (!Buffer.isBuffer(content)) content.destroy();
    await rm(temporary, { force: true });
    throw noSpace(error) ?? error;
  }
}

async function read(file: string, part?: Part): Promise<{ stream: Readable; bytes: number } | undefined> {
  const handle = await open(file, 'r').catch(undefinedIfMissing);
  const size = await handle?.stat().then((found) => (found.isFile() ? found.size : undefined), (error: unknown) => closeAndThrow(handle, error));
  if (!handle || size === undefined) return handle?.close().then(() => undefined);
  if (part) return { stream: handle.createReadStream({ ...part }), bytes: part.end - part.start + 1 };

  return { stream: handle.createReadStream(), bytes: size };
}

async function closeAndThrow(handle: FileHandle | undefined, error: unknown): Promise<never> {
  await handle?.close();
  throw error;
}

/** What begins with a dot is not ours to name: files on their way in. */
async function* list(folder: string, prefix: string): AsyncGenerator<StoredFile> {
  for (const entry of await entriesOf(folder)) {
    const [file, key] = [path.join(folder, entry.name), prefix + entry.name];
    if (!isKey(key)) continue;
    if (entry.isDirectory()) yield* list(file, `${key}/`);
    const found = entry.isFile() ? await stat(file).catch(undefinedIfMissing) : undefined;
    if (found) yield { key, bytes: found.size, modifiedAt: found.mtime };
  }
}

async function removeIfOlder(file: string, limit: number): Promise<boolean> {
  const found = await stat(file).catch(undefinedIfMissing);
  if (!found || found.mtimeMs >= limit) return false;
  await rm(file, { force: true });
  return true;
}

function undefinedIfMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error;
}

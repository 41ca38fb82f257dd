import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HttpError } from './http/errors';

/**
 * Where uploaded and derived files lie. A key names content for good (it carries a hash of it), so a file is
 * written once and never changed. Keys are folders and names in lower case: `images/5f3c…/original.png`.
 */
export interface FileStore {
  /** After this has resolved the file survives a power cut; before, no reader sees a part of it. */
  put(key: string, content: Buffer | Readable): Promise<void>;
  /** The caller consumes or destroys the stream; `bytes` are those of the part. `part`: first and last byte, both within the file. Undefined if there is no such file. */
  read(key: string, part?: Part): Promise<{ stream: Readable; bytes: number } | undefined>;
  /** Bytes; undefined if there is no such file. */
  size(key: string): Promise<number | undefined>;
  /** Every file, in no order, also one that is written or deleted meanwhile. */
  list(): AsyncIterable<StoredFile>;
  /** Where the file is on this machine, for the programs that want a path; undefined for a store elsewhere. It may not exist. */
  localPath(key: string): string | undefined;
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
    size: async (key) => (await stat(locate(key)).catch(undefinedIfMissing))?.size,
    list: () => list(folder, ''),
    localPath: locate,
    delete: (key) => rm(locate(key), { force: true }),
  };
}

const HOUR = 3_600_000;
const TEMPORARY = '.incoming';

/** Remove what interrupted uploads left behind more than an hour ago; call it at the start. Gives how many files went. */
export async function sweepTemporaryFiles(folder: string, now: () => Date): Promise<number> {
  const limit = now().getTime() - HOUR;
  const names = await readdir(path.join(folder, TEMPORARY)).catch(emptyIfMissing);
  const removed = await Promise.all(names.map((name) => removeIfOlder(path.join(folder, TEMPORARY, name), limit)));
  return removed.filter(Boolean).length;
}

/** Every part begins with a letter or digit, so that neither `..` nor a hidden file can be named. */
const KEY = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/;

function checkedKey(key: string): string {
  if (!KEY.test(key) || key.length > 300) throw new Error(`"${key}" is not a key of the file store`);
  return key;
}

/** Beside the target, not in the system's temporary folder: rename is atomic only within one file system. */
async function write(folder: string, target: string, content: Buffer | Readable): Promise<void> {
  const temporary = path.join(folder, TEMPORARY, randomUUID());
  await mkdir(path.dirname(temporary), { recursive: true });
  await mkdir(path.dirname(target), { recursive: true });
  try {
    await writeDurably(temporary, content);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw noSpace(error) ?? error;
  }
  await syncFolder(path.dirname(target));
}

async function writeDurably(file: string, content: Buffer | Readable): Promise<void> {
  if (Buffer.isBuffer(content)) return fs.promises.writeFile(file, content, { flag: 'wx', flush: true });
  await pipeline(content, fs.createWriteStream(file, { flags: 'wx', flush: true }));
}

/** The rename itself must reach the disk too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** RFC 4918, section 11.5: the disk, or our share of it, is full. Undefined for any other error. */
export function noSpace(error: unknown): HttpError | undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return undefined;
  return new HttpError(507, 'There is no room left for files on this server. Nothing was changed; tell whoever runs it.');
}

async function read(file: string, part?: Part): Promise<{ stream: Readable; bytes: number } | undefined> {
  const handle = await open(file, 'r').catch(undefinedIfMissing);
  if (!handle) return undefined;
  if (part) return { stream: handle.createReadStream({ start: part.start, end: part.end }), bytes: part.end - part.start + 1 };

  const { size } = await handle.stat();
  return { stream: handle.createReadStream(), bytes: size };
}

/** What begins with a dot is not ours to name: files on their way in. */
async function* list(folder: string, prefix: string): AsyncGenerator<StoredFile> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(emptyIfMissing)) {
    if (entry.name.startsWith('.')) continue;
    const [file, key] = [path.join(folder, entry.name), prefix + entry.name];
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

function undefinedIfMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

function emptyIfMissing(error: NodeJS.ErrnoException): never[] {
  if (error.code !== 'ENOENT') throw error;
  return [];
}

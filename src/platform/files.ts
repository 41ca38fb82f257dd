import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Where uploaded and derived files lie. A key names content for good (it carries a hash of it), so a file is
 * written once and never changed. Keys are folders and names in lower case: `images/5f3c…/original.png`.
 */
export interface FileStore {
  /** After this has resolved the file survives a power cut; before, no reader sees a part of it. */
  put(key: string, content: Buffer | Readable): Promise<void>;
  /** The caller consumes or destroys the stream. Undefined if there is no such file. */
  read(key: string): Promise<{ stream: Readable; bytes: number } | undefined>;
  /** Where the file is on this machine, for the programs that want a path; undefined for a store elsewhere. It may not exist. */
  localPath(key: string): string | undefined;
  /** A file that is gone already is fine. */
  delete(key: string): Promise<void>;
}

/** Files in a folder outside any web root; it is made when the first file comes. A key that could leave it throws. */
export function localFiles(folder: string): FileStore {
  const locate = (key: string) => path.join(folder, ...checkedKey(key).split('/'));
  return {
    put: (key, content) => write(folder, locate(key), content),
    read: (key) => read(locate(key)),
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
    throw error;
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

async function read(file: string): Promise<{ stream: Readable; bytes: number } | undefined> {
  const handle = await open(file, 'r').catch(undefinedIfMissing);
  if (!handle) return undefined;

  const { size } = await handle.stat();
  return { stream: handle.createReadStream(), bytes: size };
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

function emptyIfMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code !== 'ENOENT') throw error;
  return [];
}

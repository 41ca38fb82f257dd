import fs, { type Dirent } from 'node:fs';
import { mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A new file, on the disk when this has resolved, though perhaps not yet its name. A stream is destroyed when that fails. */
export async function writeSynced(file: string, content: Buffer | Readable): Promise<void> {
  if (Buffer.isBuffer(content)) return fs.promises.writeFile(file, content, { flag: 'wx', flush: true });
  await pipeline(content, fs.createWriteStream(file, { flags: 'wx', flush: true }));
}

/** How often folders that somebody else removes, because they are empty, are made again. */
const ATTEMPTS = 5;

/** Give a file its place below `folder`, at once and for good: the names of the folders on the way must reach the disk too. */
export async function moveDurably(folder: string, file: string, target: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await mkdir(path.dirname(target), { recursive: true });
      await rename(file, target);
      break;
    } catch (error) {
      if (!isMissing(error) || attempt === ATTEMPTS) throw error;
    }
  }
  for (const parent of foldersAbove(folder, target)) await syncFolder(parent);
}

/** A power cut does not bring it back. Folders below `folder` that held nothing else go with it; a file that is gone already is fine. */
export async function removeDurably(folder: string, target: string): Promise<void> {
  await rm(target, { force: true });
  await syncFolder(path.dirname(target));
  for (const parent of foldersAbove(folder, target).slice(0, -1)) {
    if (!await rmdir(parent).then(() => true, () => false)) return; // something else lies in it
  }
}

/** What is in a folder; nothing, if there is none. */
export async function entriesOf(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
}

export function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

/** From the innermost to `folder` itself. */
function foldersAbove(folder: string, target: string): string[] {
  const found = [];
  let parent = path.dirname(target);
  for (; parent.length > folder.length; parent = path.dirname(parent)) found.push(parent);
  return [...found, folder];
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
  if (!handle) return; // it was empty, and went
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { makePrivateFolder } from './folders';

/**
 * A secret that is made once and kept in a file only its owner may read, so that sessions survive a restart.
 * Two processes that make it at the same moment end up with the same one.
 */
export function keptSecret(folder: string, name: string): string {
  const file = path.join(folder, name);
  return readSecret(file) ?? makeSecret(folder, file);
}

function readSecret(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function makeSecret(folder: string, file: string): string {
  makePrivateFolder(folder);
  const unfinished = `${file}.${process.pid}`;
  fs.writeFileSync(unfinished, `${randomBytes(36).toString('base64url')}\n`, { mode: 0o600, flush: true });
  try {
    fs.linkSync(unfinished, file); // unlike a rename it never replaces the other process's
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(unfinished);
  }
  return fs.readFileSync(file, 'utf8').trim();
}

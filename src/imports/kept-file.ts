import fs from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { makePrivateFolder } from '../platform/folders';
import { download, type Download, type Validators } from './download';

const noteSchema = z.object({ url: z.string(), etag: z.string().nullable(), lastModified: z.string().nullable() });

/** A file from elsewhere that stays in `DATA_DIR/imports`, so that a run that was killed begins again without a second download. */
export interface KeptFile {
  readonly file: string;
  /** The server had nothing newer. */
  readonly unchanged: boolean;
  /** It turned out to be no good: the next run asks for it anew. */
  forget(): Promise<void>;
}

/** @throws Refusal when it cannot be had */
export async function keepDownload(folder: string, name: string, wanted: Omit<Download, 'file' | 'validators'>): Promise<KeptFile> {
  makePrivateFolder(folder);
  const file = path.join(folder, name);
  const note = `${file}.json`;
  const validators = await download({ ...wanted, file, validators: await knownVersion({ file, note }, wanted.url) });
  if (validators) await writeFile(note, JSON.stringify({ url: wanted.url, ...validators }));
  const forget = async (): Promise<void> => { await Promise.all([rm(file, { force: true }), rm(note, { force: true })]); };
  return { file, unchanged: validators === null, forget };
}

/** Null when there is no file of this address, or nothing is known of its version. */
async function knownVersion({ file, note }: { file: string; note: string }, url: string): Promise<Validators | null> {
  if (!fs.existsSync(file)) return null;
  try {
    const known = noteSchema.parse(JSON.parse(await readFile(note, 'utf8')));
    return known.url === url ? known : null;
  } catch {
    return null;
  }
}

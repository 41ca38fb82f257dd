import { createHash } from 'node:crypto';
import type { Db } from '../../platform/db/connect';
import type { FileStore } from '../../platform/files';
import { readOriginal } from './original';
import * as media from './queries';
import { twoAtATime } from './two-at-a-time';

export interface NewImage {
  /** Unique; the same name again replaces content and words, and keeps the id. */
  name: string;
  title: string;
  alt: string | null;
  credit: string | null;
  /** What crops keep in view: 0…1 from the left and from the top. */
  focalX: number;
  focalY: number;
  bytes: Buffer;
}

/**
 * Keep a picture and give its id. The same content under the same name does no work again, so seeds may run twice.
 * Throws Unprocessable for what is not a picture, or too large. A file whose row is rolled back harms nobody: its name is its content.
 */
export async function storeImage(deps: { files: FileStore; now: () => Date }, trx: Db, { bytes, ...words }: NewImage): Promise<number> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const facts = { ...words, focalX: toPercent(words.focalX), focalY: toPercent(words.focalY) };

  const known = await media.findImageByName(trx, words.name);
  if (known?.sha256 === sha256 && await isStored(deps.files, known.storageKey)) {
    await media.updateImage(trx, known.id, facts);
    return known.id;
  }

  const { content, extension, ...picture } = await twoAtATime(() => readOriginal(bytes));
  const storageKey = `images/${sha256}/original.${extension}`;
  await deps.files.put(storageKey, content);
  const row = { ...facts, ...picture, sha256, storageKey, bytes: content.length };
  if (!known) return media.insertImage(trx, row, deps.now());

  await media.updateImage(trx, known.id, row);
  return known.id;
}

/** `images.hash` holds the focal point in hundredths: a finer one would move crops without moving their address. */
function toPercent(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 100) / 100;
}

async function isStored(files: FileStore, key: string): Promise<boolean> {
  const file = await files.read(key);
  file?.stream.destroy();
  return file !== undefined;
}

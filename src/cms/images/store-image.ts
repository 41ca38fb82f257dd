import { createHash } from 'node:crypto';
import type { Db } from '../../platform/db/connect';
import { IMAGES } from '../library/kinds';
import { insertVersion } from '../library/queries';
import { discardFiles, keepFile, type FileDeps } from '../media/keep-file';
import { originalKey, readOriginal } from '../media/original';
import * as media from '../media/queries';
import { twoAtATime } from '../media/two-at-a-time';
import { deleteOldRenditions } from './queries';

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
 * For seeds: keep a picture of our own and give its id. The same content under the same name does no work again, so seeds may run twice.
 * Throws Unprocessable for what is not a picture, or too large.
 */
export async function storeImage(deps: FileDeps, { bytes, ...words }: NewImage): Promise<number> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const facts = { ...words, focalX: toPercent(words.focalX), focalY: toPercent(words.focalY), altDecision: words.alt ? 'described' : null };

  const known = await media.findImageByName(deps.db, words.name);
  if (known?.sha256 === sha256 && await deps.files.size(known.storageKey) !== undefined) {
    await media.updateImage(deps.db, known.id, facts);
    return known.id;
  }

  const { content, extension, note: _note, ...picture } = await twoAtATime(() => readOriginal(bytes, { trusted: true }));
  const row = { ...facts, ...picture, sha256, storageKey: originalKey({ content, extension }), bytes: content.length };
  return keepFile(deps, row.storageKey, () => content, (trx) => write(trx, deps.now(), known?.id, row));
}

async function write(trx: Db, at: Date, known: number | undefined, row: Parameters<typeof media.insertImage>[1]): Promise<number> {
  const id = known ?? await media.insertImage(trx, row, at);
  if (known !== undefined) await media.updateImage(trx, known, row);
  const { name: filename, mimeType, bytes, width, height, transparent, sha256, storageKey } = row;
  await insertVersion(trx, IMAGES, id, { filename, mimeType, bytes, width, height, transparent, sha256, storageKey }, { at, by: null });
  await discardFiles(trx, await deleteOldRenditions(trx, id), at);
  return id;
}

/** `images.hash` holds the focal point in hundredths: a finer one would move crops without moving their address. */
function toPercent(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 100) / 100;
}

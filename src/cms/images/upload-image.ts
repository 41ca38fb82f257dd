import { readFile } from 'node:fs/promises';
import type { Actor } from '../../platform/history/record';
import type { Upload } from '../../platform/http/uploads';
import { checkCollection } from '../library/check';
import { titleFromFilename } from '../library/file-title';
import { IMAGES } from '../library/kinds';
import { insertVersion } from '../library/queries';
import type { NewFile, Uploaded } from '../library/section';
import { duplicate, isLost, knownTwin, recovered } from '../library/twin';
import { keepMedia, type MediaChange, type MediaChangeDeps } from '../media/change-media';
import { originalKey, readOriginal, type Original } from '../media/original';
import { oneUploadAtATime } from '../media/two-at-a-time';
import { deleteOldRenditions, insertImage, updateLostFile, type StoredFile } from './queries';

/**
 * Put a picture into the library: read, drawn anew (`readOriginal`), kept with its row, history and the job that makes its renditions. A file
 * that is there already is not kept twice; if the store has lost it, it is there again.
 * @throws Unprocessable for what is no picture, or no collection; TwinInTrash
 */
export async function uploadImage(deps: MediaChangeDeps, actor: Actor, { upload, collectionId, again }: NewFile): Promise<Uploaded> {
  const twin = { sha256: upload.sha256, again };
  const known = await knownTwin(deps.db, IMAGES, twin);
  if (known && !await isLost(deps.files, known)) return duplicate(known);

  const original = await readUpload(upload);
  const file = storedFile(upload, original);
  return keepMedia(deps, actor, { key: file.storageKey, content: () => original.content }, async (change) => {
    // whoever keeps the same file waits here for the other
    const there = await knownTwin(change.trx, IMAGES, twin);
    // what we make of the same picture may be another file than years ago; then its addresses change, and pages are made anew
    const isMoved = there !== undefined && there.storageKey !== file.storageKey && await isLost(deps.files, there);
    if (isMoved) await moveLostFile(change, there.storageKey, file);
    else change.unseen();
    if (!there) return insert(change, actor, file, { collectionId, note: original.note });
    if (!isMoved && there.storageKey !== file.storageKey) await change.discard([file.storageKey]);
    return known?.id === there.id ? recovered(change, IMAGES, there) : duplicate(there);
  });
}

/** The file of an upload as a picture that we keep. Read when its turn has come: what waits lies on the disk, not in memory. */
export function readUpload({ path }: Upload): Promise<Original> {
  return oneUploadAtATime(async () => readOriginal(await readFile(path)));
}

/** What is noted of it: the hash of what was sent, by which it is found again, and the key that what we made of it is kept under. */
export function storedFile({ filename, sha256 }: Upload, { content, mimeType, width, height, transparent, extension }: Original): StoredFile {
  return { filename, mimeType, bytes: content.length, width, height, transparent, sha256, storageKey: originalKey({ content, extension }) };
}

async function moveLostFile({ trx, discard }: MediaChange, lost: string, file: StoredFile): Promise<void> {
  for (const id of await updateLostFile(trx, lost, file)) await discard(await deleteOldRenditions(trx, id));
}

async function insert({ trx, at, tell }: MediaChange, { userId }: Actor, file: StoredFile, { collectionId, note }: { collectionId: number | null; note: string | null }): Promise<Uploaded> {
  await checkCollection(trx, collectionId);
  const title = titleFromFilename(file.filename);
  const id = await insertImage(trx, { ...file, title, collectionId, createdBy: userId }, at);
  await insertVersion(trx, IMAGES, id, file, { at, by: userId });
  await tell({ action: 'image.uploaded', objectType: 'image', objectId: String(id), siteId: null, detail: { title, filename: file.filename, sha256: file.sha256 } });
  return { id, isDuplicate: false, note };
}

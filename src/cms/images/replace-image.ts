import type { Actor } from '../../platform/history/record';
import { Conflict, Unprocessable } from '../../platform/http/errors';
import { checkChangeable } from '../library/check';
import { IMAGES } from '../library/kinds';
import { getVersion, insertVersion } from '../library/queries';
import type { PutBack, Replacement } from '../library/section';
import { changeMedia, keepMedia, type MediaChange, type MediaChangeDeps } from '../media/change-media';
import { deleteOldRenditions, FILE, getImage, lockImage, updateImage, type LibraryImage, type StoredFile } from './queries';
import { readUpload, storedFile } from './upload-image';

/**
 * Give an image another file. Its id, its name and the address of its original stay; its hash changes, so that its renditions get new
 * addresses and no cache shows the old ones. The former file stays among its versions. Gives what was left behind of the new one, or null.
 * @throws Conflict when somebody else changed it meanwhile, or it is in the trash; Unprocessable for what is no picture; NotFound
 */
export async function replaceImage(deps: MediaChangeDeps, actor: Actor, { id, version, upload }: Replacement): Promise<string | null> {
  checkReplaceable(await getImage(deps.db, id), version, upload.sha256); // before the work, and again below
  const original = await readUpload(upload);
  const file = storedFile(upload, original);
  await keepMedia(deps, actor, { key: file.storageKey, content: () => original.content }, async (change) => {
    const image = await lockImage(change.trx, id);
    checkReplaceable(image, version, upload.sha256);
    const number = await showFile(change, actor, image, file);
    await change.tell({ action: 'image.replaced', objectType: 'image', objectId: String(id), siteId: null, detail: { title: image.title, filename: file.filename, before: image.filename, number } });
  });
  return original.note;
}

/**
 * Put a former file of an image back. It becomes a version of its own, the newest, so that the list of versions tells what was shown when.
 * @throws Conflict when somebody else changed the image meanwhile, it is in the trash, or has this very file; NotFound
 */
export async function restoreVersion(deps: MediaChangeDeps, actor: Actor, { id, number: from, version }: PutBack): Promise<void> {
  await changeMedia(deps, actor, async (change) => {
    const image = await lockImage(change.trx, id);
    checkChangeable(IMAGES, image, version);
    const file = await getVersion<StoredFile>(change.trx, IMAGES, id, from, FILE);
    if (file.sha256 === image.sha256) throw new Conflict('This is the file that it has already.');
    const number = await showFile(change, actor, image, file);
    await change.tell({ action: 'image.replaced', objectType: 'image', objectId: String(id), siteId: null, detail: { title: image.title, filename: file.filename, before: image.filename, number, from } });
  });
}

/** Make a file the present one of an image that is locked: a version of it, and its old renditions go. Gives the version's number. */
async function showFile({ trx, at, discard }: MediaChange, { userId }: Actor, image: LibraryImage, file: StoredFile): Promise<number> {
  await updateImage(trx, image.id, file, { at, by: userId });
  const number = await insertVersion(trx, IMAGES, image.id, file, { at, by: userId });
  await discard(await deleteOldRenditions(trx, image.id));
  return number;
}

function checkReplaceable(image: LibraryImage, version: number, sha256: string): void {
  checkChangeable(IMAGES, image, version);
  if (image.sha256 === sha256) throw new Unprocessable([{ field: 'file', message: 'This is the file that it has already.' }]);
}

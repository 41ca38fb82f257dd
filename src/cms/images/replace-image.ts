import type { Actor } from '../../platform/history/record';
import { Unprocessable } from '../../platform/http/errors';
import type { Upload } from '../../platform/http/uploads';
import { keepMedia, type MediaChange, type MediaChangeDeps } from '../media/change-media';
import { checkUnchanged, checkOutOfTrash } from './check-image';
import { deleteOldRenditions, getImage, insertVersion, lockImage, updateImage, type LibraryImage, type StoredFile } from './queries';
import { readUpload, storedFile } from './upload-image';

export interface Replacement {
  readonly imageId: number;
  /** Which the person saw. */
  readonly version: number;
  readonly upload: Upload;
}

/**
 * Give an image another file. Its id, its name and the address of its original stay; its hash changes, so that its renditions get new
 * addresses and no cache shows the old ones. The former file stays among its versions. Gives what was left behind of the new one, or null.
 * @throws Conflict when somebody else changed it meanwhile, or it is in the trash; Unprocessable for what is no picture; NotFound
 */
export async function replaceImage(deps: MediaChangeDeps, actor: Actor, { imageId, version, upload }: Replacement): Promise<string | null> {
  checkReplaceable(await getImage(deps.db, imageId), version, upload.sha256); // before the work, and again below
  const original = await readUpload(upload);
  const file = storedFile(upload, original);
  await keepMedia(deps, actor, { key: file.storageKey, content: () => original.content }, async (change) => {
    const image = await lockImage(change.trx, imageId);
    checkReplaceable(image, version, upload.sha256);
    const number = await showFile(change, actor, image, file);
    await change.tell({ action: 'image.replaced', objectType: 'image', objectId: String(imageId), siteId: null, detail: { title: image.title, filename: file.filename, before: image.filename, number } });
  });
  return original.note;
}

/** Make a file the present one of an image that is locked: a version of it, and its old renditions go. Gives the version's number. */
export async function showFile({ trx, at, discard }: MediaChange, { userId }: Actor, image: LibraryImage, file: StoredFile): Promise<number> {
  await updateImage(trx, image.id, file, { at, by: userId });
  const number = await insertVersion(trx, image.id, file, { at, by: userId });
  await discard(await deleteOldRenditions(trx, image.id));
  return number;
}

function checkReplaceable(image: LibraryImage, version: number, sha256: string): void {
  checkOutOfTrash(image);
  checkUnchanged(image, version);
  if (image.sha256 === sha256) throw new Unprocessable([{ field: 'file', message: 'This is the file that it has already.' }]);
}

import type { Actor } from '../../platform/history/record';
import { IMAGES } from '../library/kinds';
import { lockDeletable, restoreFile, trashFile, type Trashing } from '../library/trash';
import { changeMedia, type MediaChangeDeps } from '../media/change-media';
import { deleteImage as deleteRow, listStorageKeys } from './queries';

/** @throws Conflict when something uses it, or somebody else changed it meanwhile; NotFound */
export async function trashImage(deps: MediaChangeDeps, actor: Actor, trashing: Trashing): Promise<void> {
  await changeMedia(deps, actor, (change) => trashFile(change, actor, IMAGES, trashing));
}

/** @throws Conflict when somebody else changed it meanwhile; NotFound */
export async function restoreImage(deps: MediaChangeDeps, actor: Actor, trashing: Trashing): Promise<void> {
  await changeMedia(deps, actor, (change) => restoreFile(change, actor, IMAGES, trashing));
}

/** For good: its row, the files of all its versions, and every rendition. @throws as `lockDeletable` */
export async function deleteImage(deps: MediaChangeDeps, actor: Actor, trashing: Trashing): Promise<void> {
  await changeMedia(deps, actor, async (change) => {
    const { id, title, filename } = await lockDeletable(change, IMAGES, trashing);
    const keys = await listStorageKeys(change.trx, id);
    await deleteRow(change.trx, id);
    await change.discard(keys);
    await change.tell({ action: 'image.deleted', objectType: 'image', objectId: String(id), siteId: null, detail: { title, filename, files: keys.length } });
  });
}

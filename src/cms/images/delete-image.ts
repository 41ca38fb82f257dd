import type { Holder } from '../../accounts/permissions';
import type { Actor } from '../../platform/history/record';
import { changeMedia, type MediaChangeDeps } from '../media/change-media';
import { listUses } from '../media/uses';
import { checkInTrash, checkUnchanged } from './check-image';
import { deleteImage as deleteRow, listStorageKeys, lockImage } from './queries';
import { checkUnused } from './trash-image';

/**
 * Delete an image of the trash for good: its row, the files of all its versions, and every rendition.
 * @throws Conflict when it is not in the trash, something came to use it there, or somebody else changed it meanwhile; NotFound
 */
export async function deleteImage(
  deps: MediaChangeDeps, actor: Actor, { imageId, version, viewer }: { imageId: number; version?: number | undefined; viewer: Holder | undefined },
): Promise<void> {
  await changeMedia(deps, actor, async ({ trx, tell, discard }) => {
    const image = await lockImage(trx, imageId);
    checkInTrash(image);
    checkUnchanged(image, version);
    checkUnused(await listUses(trx, 'image', imageId, viewer), 'Cannot be deleted');
    const keys = await listStorageKeys(trx, imageId);
    await deleteRow(trx, imageId);
    await discard(keys);
    await tell({ action: 'image.deleted', objectType: 'image', objectId: String(imageId), siteId: null, detail: { title: image.title, filename: image.filename, files: keys.length } });
  });
}

import type { Actor } from '../../platform/history/record';
import { changeMedia, type MediaChangeDeps } from '../media/change-media';
import { checkInTrash, checkUnchanged } from './check-image';
import { lockImage, updateImage } from './queries';

/** Bring an image back from the trash, as it was. @throws Conflict when it is not there, or somebody else changed it meanwhile; NotFound */
export async function restoreImage(deps: MediaChangeDeps, actor: Actor, { imageId, version }: { imageId: number; version?: number | undefined }): Promise<void> {
  await changeMedia(deps, actor, async ({ trx, at, tell }) => {
    const image = await lockImage(trx, imageId);
    checkInTrash(image);
    checkUnchanged(image, version);
    await updateImage(trx, imageId, { trashedAt: null, trashedBy: null }, { at, by: actor.userId });
    await tell({ action: 'image.restored', objectType: 'image', objectId: String(imageId), siteId: null, detail: { title: image.title } });
  });
}

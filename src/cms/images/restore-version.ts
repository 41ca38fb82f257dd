import type { Actor } from '../../platform/history/record';
import { Conflict } from '../../platform/http/errors';
import { changeMedia, type MediaChangeDeps } from '../media/change-media';
import { checkOutOfTrash, checkUnchanged } from './check-image';
import { getVersion, lockImage } from './queries';
import { showFile } from './replace-image';

/**
 * Put a former file of an image back. It becomes a version of its own, the newest, so that the list of versions tells what was shown when.
 * @throws Conflict when somebody else changed the image meanwhile, it is in the trash, or has this very file; NotFound
 */
export async function restoreVersion(deps: MediaChangeDeps, actor: Actor, { imageId, number, version }: { imageId: number; number: number; version: number }): Promise<void> {
  await changeMedia(deps, actor, async (change) => {
    const image = await lockImage(change.trx, imageId);
    checkOutOfTrash(image);
    checkUnchanged(image, version);
    const { createdAt: _at, createdBy: _by, number: from, ...file } = await getVersion(change.trx, imageId, number);
    if (file.sha256 === image.sha256) throw new Conflict('This is the file that it has already.');
    const restored = await showFile(change, actor, image, file);
    await change.tell({ action: 'image.replaced', objectType: 'image', objectId: String(imageId), siteId: null, detail: { title: image.title, filename: file.filename, before: image.filename, number: restored, from } });
  });
}

import type { Actor } from '../../platform/history/record';
import { Unprocessable } from '../../platform/http/errors';
import { checkCollection } from '../library/check';
import { differences, type FileEdit } from '../library/edit';
import { IMAGES } from '../library/kinds';
import { mergedNote, mergeEdit } from '../library/merge-edit';
import { restoreFirst } from '../library/trash';
import { changeMedia, type MediaChangeDeps } from '../media/change-media';
import { IMAGE_FORM } from './pane-form';
import { deleteOldRenditions, lockImage, updateImage, type LibraryImage } from './queries';

/** What staff say of an image. */
type Said = Pick<LibraryImage, 'title' | 'altDecision' | 'alt' | 'credit' | 'licence' | 'tags' | 'collectionId' | 'focalX' | 'focalY'>;

/** Readers see these; tags, licence and the decision are for staff. */
const PUBLIC = new Set<keyof Said>(['title', 'alt', 'credit', 'collectionId', 'focalX', 'focalY']);

/**
 * Change what is said of an image, where its focal point is, whose it is. A change that changes nothing leaves no trace. A new focal point
 * gives the renditions new addresses, and a job makes them. Gives what somebody else changed meanwhile, in words, or null.
 * @throws Conflict when somebody else changed the same meanwhile, or it is in the trash; Unprocessable; NotFound
 */
export async function changeImage(deps: MediaChangeDeps, actor: Actor, { id, restore = false, ...asked }: FileEdit<LibraryImage, Said>): Promise<string | null> {
  return changeMedia(deps, actor, async (work) => {
    const { trx, at, tell, discard, unseen } = work;
    if (restore) await restoreFirst(work, actor, IMAGES, { id, version: asked.version });
    const image = await lockImage(trx, id);
    const { edit, theirs } = mergeEdit(IMAGES, IMAGE_FORM, image, restore ? { ...asked, version: image.version } : asked);
    const change = differences<Said, LibraryImage>(image, edit);
    const fields = Object.keys(change) as (keyof Said)[];
    if (!restore && !fields.some((field) => PUBLIC.has(field))) unseen();
    const note = await mergedNote(trx, actor, image.updatedBy, theirs, fields.length > 0);
    if (fields.length === 0) return note;

    const { altDecision, alt } = { ...image, ...change };
    if (altDecision === 'described' && !alt) throw new Unprocessable([{ field: 'alt', message: 'Write what the image shows, or say that it is decoration.' }]);
    await checkCollection(trx, change.collectionId ?? null);

    await updateImage(trx, id, change, { at, by: actor.userId });
    if ('focalX' in change || 'focalY' in change) await discard(await deleteOldRenditions(trx, id));
    const before = Object.fromEntries(fields.map((field) => [field, image[field]]));
    await tell({ action: 'image.changed', objectType: 'image', objectId: String(id), siteId: null, detail: { title: image.title, fields, before, after: change } });
    return note;
  });
}

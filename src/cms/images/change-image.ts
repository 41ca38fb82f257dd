import type { Actor } from '../../platform/history/record';
import { Unprocessable } from '../../platform/http/errors';
import { changeMedia, type MediaChangeDeps } from '../media/change-media';
import { checkOutOfTrash, checkUnchanged } from './check-image';
import { deleteOldRenditions, isCollection, lockImage, updateImage, type ImageChange, type LibraryImage } from './queries';

/** What staff say of an image. What is left out stays as it is. */
type Said = Partial<Pick<LibraryImage, 'title' | 'altDecision' | 'alt' | 'credit' | 'licence' | 'tags' | 'collectionId' | 'focalX' | 'focalY'>>;

export interface ImageEdit {
  readonly imageId: number;
  /** Which the person saw; undefined: they chose it from a list. */
  readonly version: number | undefined;
  /** Of the image as it is now, since "with this tag" depends on what it has. */
  readonly edit: Said | ((image: LibraryImage) => Said);
}

/** Readers see these; tags, licence and the decision are for staff. */
const PUBLIC = new Set<keyof Said>(['title', 'alt', 'credit', 'collectionId', 'focalX', 'focalY']);

/**
 * Change what is said of an image, where its focal point is, whose it is. A change that changes nothing leaves no trace. A new focal point
 * gives the renditions new addresses, and a job makes them.
 * @throws Conflict when somebody else changed it meanwhile, or it is in the trash; Unprocessable; NotFound
 */
export async function changeImage(deps: MediaChangeDeps, actor: Actor, { imageId, version, edit }: ImageEdit): Promise<void> {
  await changeMedia(deps, actor, async ({ trx, at, tell, discard, unseen }) => {
    const image = await lockImage(trx, imageId);
    checkOutOfTrash(image);
    checkUnchanged(image, version);
    const change = differences(image, typeof edit === 'function' ? edit(image) : edit);
    const fields = Object.keys(change) as (keyof Said)[];
    if (!fields.some((field) => PUBLIC.has(field))) unseen();
    if (fields.length === 0) return;

    const { altDecision, alt } = { ...image, ...change };
    if (altDecision === 'described' && !alt) throw new Unprocessable([{ field: 'alt', message: 'Write what the image shows, or say that it is decoration.' }]);
    if (change.collectionId && !await isCollection(trx, change.collectionId)) throw new Unprocessable([{ field: 'collection', message: 'There is no such collection.' }]);

    await updateImage(trx, imageId, change, { at, by: actor.userId });
    if ('focalX' in change || 'focalY' in change) await discard(await deleteOldRenditions(trx, imageId));
    const before = Object.fromEntries(fields.map((field) => [field, image[field]]));
    await tell({ action: 'image.changed', objectType: 'image', objectId: String(imageId), siteId: null, detail: { title: image.title, fields, before, after: change } });
  });
}

function differences(image: LibraryImage, said: Said): ImageChange {
  const entries = Object.entries(said) as [keyof Said, unknown][];
  return Object.fromEntries(entries.filter(([field, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(image[field])));
}

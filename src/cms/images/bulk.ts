import type { Holder } from '../../accounts/permissions';
import type { Actor } from '../../platform/history/record';
import { HttpError, Unprocessable } from '../../platform/http/errors';
import type { Log } from '../../platform/log';
import type { MediaChangeDeps } from '../media/change-media';
import { changeForm, type BulkAction } from './change-forms';
import { changeImage } from './change-image';
import { listImagesById, type LibraryImage } from './queries';
import { restoreImage } from './restore-image';
import { trashImage } from './trash-image';

export interface Bulk {
  readonly action: BulkAction;
  readonly ids: readonly number[];
  readonly tags: readonly string[];
  readonly collectionId: number | null;
  readonly viewer: Holder;
}

export interface Outcome {
  readonly id: number;
  /** Null: there is none. */
  readonly image: LibraryImage | null;
  /** Null: done. */
  readonly refusal: string | null;
}

type Deps = MediaChangeDeps & { readonly log: Log };

/** The same to many images: each in a transaction of its own, one after the other, so that nothing of an image is half done. */
export async function doToImages(deps: Deps, actor: Actor, bulk: Bulk): Promise<Outcome[]> {
  if ((bulk.action === 'tag' || bulk.action === 'untag') && bulk.tags.length === 0) throw new Unprocessable([{ field: 'tag', message: 'Write a tag first.' }]);
  const images = new Map((await listImagesById(deps.db, bulk.ids)).map((image) => [image.id, image]));
  const outcomes: Outcome[] = [];
  for (const id of bulk.ids) {
    const image = images.get(id) ?? null;
    outcomes.push({ id, image, refusal: image ? await refusalOf(deps, () => DO[bulk.action](deps, actor, id, bulk)) : 'There is no such image.' });
  }
  return outcomes;
}

const DO: Readonly<Record<BulkAction, (deps: Deps, actor: Actor, imageId: number, bulk: Bulk) => Promise<void>>> = {
  tag: (deps, actor, imageId, { tags }) => changeImage(deps, actor, { imageId, version: undefined, edit: (image) => ({ tags: withTags(image.tags, tags) }) }),
  untag: (deps, actor, imageId, { tags }) => changeImage(deps, actor, { imageId, version: undefined, edit: (image) => ({ tags: image.tags.filter((tag) => !tags.includes(tag)) }) }),
  collection: (deps, actor, imageId, { collectionId }) => changeImage(deps, actor, { imageId, version: undefined, edit: { collectionId } }),
  trash: (deps, actor, imageId, { viewer }) => trashImage(deps, actor, { imageId, viewer }),
  restore: (deps, actor, imageId) => restoreImage(deps, actor, { imageId }),
};

/** @throws Unprocessable when the form of the one image would not take them */
function withTags(before: readonly string[], added: readonly string[]): string[] {
  const tags = [...new Set([...before, ...added])];
  const { error } = changeForm.shape.tags.safeParse(tags.join(','));
  if (error) throw new Unprocessable(error.issues.map(({ message }) => ({ field: 'tag', message })));
  return tags;
}

async function refusalOf({ log }: Deps, work: () => Promise<void>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof HttpError) return error.message;
    log.error({ err: error }, 'One of several images failed');
    return 'Something went wrong, and nothing of this image was changed.';
  }
}

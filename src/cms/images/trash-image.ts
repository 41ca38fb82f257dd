import type { Holder } from '../../accounts/permissions';
import type { Actor } from '../../platform/history/record';
import { Conflict } from '../../platform/http/errors';
import { changeMedia, type MediaChangeDeps } from '../media/change-media';
import { listUses, type Uses } from '../media/uses';
import { checkOutOfTrash, checkUnchanged } from './check-image';
import { lockImage, updateImage } from './queries';

export interface Trashing {
  readonly imageId: number;
  /** Which the person saw; undefined: they chose it from a list. */
  readonly version?: number | undefined;
  /** For the refusal, which names what they may see. */
  readonly viewer: Holder | undefined;
}

/**
 * Put an image that nothing uses into the trash: nobody is offered it any more, and its addresses answer 410.
 * @throws Conflict when something uses it, it is there already, or somebody else changed it meanwhile; NotFound
 */
export async function trashImage(deps: MediaChangeDeps, actor: Actor, { imageId, version, viewer }: Trashing): Promise<void> {
  await changeMedia(deps, actor, async ({ trx, at, tell }) => {
    const image = await lockImage(trx, imageId);
    checkOutOfTrash(image);
    checkUnchanged(image, version);
    checkUnused(await listUses(trx, 'image', imageId, viewer), 'Cannot be trashed');
    await updateImage(trx, imageId, { trashedAt: at, trashedBy: actor.userId }, { at, by: actor.userId });
    await tell({ action: 'image.trashed', objectType: 'image', objectId: String(imageId), siteId: null, detail: { title: image.title } });
  });
}

const MOST_NAMED = 5;

/** @throws Conflict that names the places */
export function checkUnused({ uses, total }: Uses, refusal: string): void {
  if (total === 0) return;
  const named = uses.slice(0, MOST_NAMED).map(({ title, what }) => `“${title}”${what === 'live' ? '' : ` (${WORDS[what]})`}`);
  const more = total - named.length;
  const places = [...named, ...(more > 0 ? [`${more} ${named.length > 0 ? 'more' : ''} ${more === 1 ? 'place' : 'places'}`.replace(/\s+/g, ' ')] : [])].join(', ');
  throw new Conflict(`${refusal} while it is used: ${places}.`);
}

const WORDS = { live: 'page', draft: 'draft', scheduled: 'planned', snippet: 'snippet', menu: 'menu', settings: 'settings' } as const;

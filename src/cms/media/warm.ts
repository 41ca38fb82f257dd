import type { Db } from '../../platform/db/connect';
import type { FileStore } from '../../platform/files';
import type { Log } from '../../platform/log';
import { warmPayload, type WarmPayload } from './forms';
import { createRenditionMaker, type RenditionMaker } from './make-rendition';
import * as media from './queries';
import { renditionNamed, renditionsOf, type Cut, type Format, type Rendition } from './renditions';
import { isAnyShown } from './use-queries';

export interface WarmDeps {
  db: Db;
  files: FileStore;
  now: () => Date;
  log: Log;
  /** Pages may name AVIF files that they did not name before: change the content version. Not for pictures that no page shows, such as new uploads. */
  onMade: () => Promise<void>;
}

/** The job `warm-images`: makes the AVIF and WebP files of pictures that are not there yet. Running it again makes nothing. */
export function warmImagesTask(deps: WarmDeps): (payload: unknown) => Promise<void> {
  const maker = createRenditionMaker(deps);
  return async (payload) => {
    const ids = await idsOf(deps.db, warmPayload.parse(payload));
    const made: number[] = [];
    for (const image of await media.listImages(deps.db, ids)) if (await warm(deps, maker, image)) made.push(image.id);
    if (await isAnyShown(deps.db, made)) await deps.onMade();
  };
}

async function idsOf(db: Db, payload: WarmPayload): Promise<number[]> {
  if ('pageId' in payload) return media.listImageIdsOfPage(db, payload.pageId);
  return 'imageIds' in payload ? payload.imageIds : [payload.imageId];
}

/**
 * One after the other, so that a visitor's request finds the second place of two free. Gives whether AVIF files were made.
 * A picture that fails is logged and left: another attempt would fail like this one, and the others wait. One that was replaced or cut
 * anew meanwhile has a job of its own for what it is now.
 */
async function warm({ db, log }: WarmDeps, maker: RenditionMaker, image: media.ImageRow): Promise<boolean> {
  let made = false;
  try {
    for (const { rendition, format } of missing(image, await media.listRenditions(db, image.id, image.hash))) {
      if (!await maker.make(image, rendition, format)) throw new Error('The original is not in the file store');
      if (format === 'avif') made = true;
    }
  } catch (error) {
    const present = await media.findImage(db, image.id);
    if (present?.hash === image.hash) log.error({ err: error, imageId: image.id }, 'The renditions of an image could not be made');
  }
  return made;
}

/** Where a picture that nobody has been shown yet is most likely to stand. */
const USUAL: readonly Cut[] = ['wide', 'card', 'body'];

/**
 * What pages name is known from what browsers asked for: a cut of which one width was shown is named with all its widths.
 * Only the types that a page prefers; the fallback is made in the rare case that somebody wants it.
 */
function missing(image: media.ImageRow, there: readonly media.RenditionRow[]): { rendition: Rendition; format: Format }[] {
  const names = new Set(there.map(({ spec, format }) => `${spec}.${format}`));
  const shown = new Set(there.map(({ spec }) => renditionNamed(image, spec)?.cut).filter((cut) => cut !== undefined && cut !== 'og'));
  const cuts = shown.size > 0 ? [...shown] as Cut[] : USUAL;
  return cuts.flatMap((cut) => renditionsOf(image, cut))
    .flatMap((rendition) => (['webp', 'avif'] as const).map((format) => ({ rendition, format })))
    .filter(({ rendition, format }) => !names.has(`${rendition.spec}.${format}`));
}

import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Db } from '../../platform/db/connect';
import type { FileStore } from '../../platform/files';
import { uploadedFiles } from '../../platform/http/headers';
import type { Log } from '../../platform/log';
import { renditionParams } from './forms';
import { createRenditionMaker, renditionKey } from './make-rendition';
import * as media from './queries';
import { formatsOf, renditionNamed, type Format, type Rendition } from './renditions';
import { sendStored } from './send-stored';

export interface MediaDeps {
  db: Db;
  files: FileStore;
  now: () => Date;
  log: Log;
  /** A browser was the first to want a WebP of this cut and width: the time to make the AVIF files, in a job. */
  onFirstShown?: (imageId: number) => Promise<void>;
}

const TYPES: Record<Format, string> = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg', png: 'image/png' };

interface Wanted {
  image: media.ImageRow;
  rendition: Rendition;
  format: Format;
}

/** GET /media/:id/:hash/:file: one of the enumerated files of a picture, made when it is asked for the first time. */
export function showRendition(deps: MediaDeps): RequestHandler {
  const maker = createRenditionMaker(deps);
  return async (req: Request, res: Response, next: NextFunction) => {
    const wanted = await findWanted(deps.db, req.params);
    if (!wanted) return next();

    const { image, rendition, format } = wanted;
    const key = renditionKey(image, rendition.spec, format);
    const send = () => sendStored(res, deps.files, key, { ...uploadedFiles.image, 'Content-Type': TYPES[format] });
    if (await send()) return;

    if (!await maker.make(image, rendition, format) || !await send()) {
      deps.log.error({ imageId: image.id, key: image.storageKey }, 'The original of an image is not in the file store');
      return next();
    }
    if (format === 'webp') await deps.onFirstShown?.(image.id).catch((error: unknown) => deps.log.error({ err: error }, 'A job was not left'));
  };
}

async function findWanted(db: Db, params: unknown): Promise<Wanted | undefined> {
  const parsed = renditionParams.safeParse(params);
  if (!parsed.success) return undefined;

  const { id, hash, spec, format } = parsed.data;
  const image = await media.findImage(db, id);
  if (!image || image.hash !== hash) return undefined;

  const rendition = renditionNamed(image, spec);
  const known = rendition && formatsOf(image, rendition.cut).find((one) => one === format);
  return known && { image, rendition, format: known };
}

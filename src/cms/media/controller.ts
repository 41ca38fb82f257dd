import type { Request, RequestHandler, Response } from 'express';
import type { Db } from '../../platform/db/connect';
import type { FileStore } from '../../platform/files';
import { uploadedFiles, type Headers } from '../../platform/http/headers';
import { sendBytes } from '../../platform/http/send-file';
import type { Log } from '../../platform/log';
import { renditionParams, type RenditionParams } from './forms';
import type { ImageMemory } from './image-memory';
import { createRenditionMaker, renditionKey, type RenditionMaker } from './make-rendition';
import { fileNamed, IMAGE_TYPES, presentAddress, type Format, type Rendition } from './renditions';
import type { ServedImage } from './serving-queries';
import type { SignedAddresses } from './signed-address';
import { accessToImage, type ImageAccess } from './who-may-see-image';
import { notThere } from './who-may-read';

export interface MediaDeps {
  db: Db;
  files: FileStore;
  now: () => Date;
  log: Log;
  signedAddresses: SignedAddresses;
  /** What is known of them, also to `servePublicImages`. */
  images: ImageMemory;
  /** A browser was the first to want a WebP of this cut and width: the time to make the AVIF files, in a job. */
  onFirstShown?: (imageId: number) => Promise<void>;
}

const HEADERS: Readonly<Record<ImageAccess, Headers>> = {
  public: uploadedFiles.image,
  private: { ...uploadedFiles.image, 'Cache-Control': 'private, no-store', 'Cross-Origin-Resource-Policy': 'same-origin' },
  // a sandboxed preview counts as another origin
  signed: { ...uploadedFiles.image, 'Cache-Control': 'private, no-store' },
};

/** GET /media/:id/:hash/:file: one of the enumerated files of a picture, made when it is asked for the first time. */
export function showRendition(deps: MediaDeps): RequestHandler {
  const maker = createRenditionMaker(deps);
  return async (req, res, next) => {
    const params = renditionParams.safeParse(req.params).data;
    if (!params) return next();
    // changed while its file was being made: decided anew, once, by what it is now
    if (await show(deps, maker, req, res, params, await deps.images.find(params.id))) return;
    if (await show(deps, maker, req, res, params, await deps.images.findAnew(params.id))) return;
    deps.log.error({ imageId: params.id }, 'The original of an image is not in the file store');
    notThere(res);
  };
}

/** False, with nothing sent, when the file could not be made: the original is not there, or was replaced meanwhile. */
async function show(deps: MediaDeps, maker: RenditionMaker, req: Request, res: Response, params: RenditionParams, image: ServedImage | undefined): Promise<boolean> {
  if (image?.private) res.locals.isPrivate = true; // also what goes wrong from here on is nobody else's
  const access = image && await accessToImage(deps, req, image);
  if (!access) return notThere(res);
  if (image.hash !== params.hash) return moveTo(res, access, presentAddress(image, params.spec, params.format));
  return send(deps, maker, res, { image, access, ...fileNamed(image, params) ?? notThere(res) });
}

/**
 * Addresses that were public once lead on when the picture is replaced. Asked again each time: when a former file or focal point comes
 * back, its address is the present one again, and a kept answer would go round in circles.
 */
function moveTo(res: Response, access: ImageAccess, address: string | undefined): true {
  if (address === undefined) return notThere(res);
  res.set('Cache-Control', access === 'public' ? 'no-cache' : 'private, no-store').redirect(301, address);
  return true;
}

interface Wanted {
  image: ServedImage;
  access: ImageAccess;
  rendition: Rendition;
  format: Format;
}

async function send(deps: MediaDeps, maker: RenditionMaker, res: Response, { image, access, rendition, format }: Wanted): Promise<boolean> {
  const key = renditionKey(image, rendition.spec, format);
  const sendIt = () => sendBytes(res, deps.files, { key, headers: { ...HEADERS[access], 'Content-Type': IMAGE_TYPES[format] } });
  if (await sendIt()) return true;
  if (!await maker.make(image, rendition, format) || !await sendIt()) return false;
  if (format === 'webp') await deps.onFirstShown?.(image.id).catch((error: unknown) => deps.log.error({ err: error }, 'A job was not left'));
  return true;
}

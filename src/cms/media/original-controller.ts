import { basename, dirname, extname } from 'node:path/posix';
import type { RequestHandler } from 'express';
import { contentDisposition } from '../../platform/http/content-disposition';
import { uploadedFiles, type Headers } from '../../platform/http/headers';
import { sendFile } from '../../platform/http/send-file';
import type { MediaDeps } from './controller';
import { originalParams } from './forms';
import type { ServedImage } from './serving-queries';
import { notThere } from './who-may-read';
import { accessToImage, type ImageAccess } from './who-may-see-image';

/** GET /media/:id/original: the picture as we keep it, under an address that stays when it is replaced. */
export function showOriginal(deps: MediaDeps): RequestHandler {
  return async (req, res, next) => {
    const params = originalParams.safeParse(req.params).data;
    if (!params) return next();

    const image = await deps.images.find(params.id);
    if (image?.private) res.locals.isPrivate = true; // also what goes wrong from here on is nobody else's
    const access = image && await accessToImage(deps, req, image);
    if (!access) return notThere(res);
    const { storageKey: key, bytes } = image;
    if (await sendFile(res, deps.files, { key, bytes, etag: etagOf(image), headers: headersOf(image, access) })) return;

    deps.log.error({ imageId: image.id, key }, 'The original of an image is not in the file store');
    notThere(res);
  };
}

function headersOf(image: ServedImage, access: ImageAccess): Headers {
  const about = { 'Content-Type': image.mimeType, 'Content-Disposition': contentDisposition('inline', nameOf(image)) };
  if (access !== 'public') return { ...uploadedFiles.private, ...about };
  return { ...uploadedFiles.image, ...about, 'Cache-Control': 'public, max-age=300, must-revalidate' };
}

/** Of the content, by which its key is made. Pictures of before that have there the hash of what was uploaded: with the size it tells what was made of it, too. */
function etagOf({ storageKey, bytes }: ServedImage): string {
  return `"${basename(dirname(storageKey)).slice(0, 32)}-${bytes}"`;
}

/** As it was called when it came; a photograph may have come in another format than the one that we keep. */
function nameOf({ filename, mimeType }: ServedImage): string {
  return `${filename.slice(0, filename.length - extname(filename).length)}${mimeType === 'image/png' ? '.png' : '.jpg'}`;
}

import { dirname } from 'node:path/posix';
import { buffer } from 'node:stream/consumers';
import sharp, { type Sharp } from 'sharp';
import type { Db } from '../../platform/db/connect';
import type { FileStore } from '../../platform/files';
import { cropAround } from './crop';
import { keepFile } from './keep-file';
import { DECODING } from './apart/encode-picture';
import * as media from './queries';
import type { Format, Rendition } from './renditions';
import { twoAtATime } from './two-at-a-time';

/** An image as far as its files are made of it. */
export type Rendered = Pick<media.ImageRow, 'id' | 'hash' | 'width' | 'height' | 'focalX' | 'focalY' | 'storageKey'>;

export interface RenditionMaker {
  /**
   * Make the file and keep it beside the original; whoever asks for the same one meanwhile waits for the same work.
   * False when the original is not in the store, or the image was replaced meanwhile.
   */
  make(image: Rendered, rendition: Rendition, format: Format): Promise<boolean>;
}

/** One for each file store and process: it knows what is being made at this moment. */
export function createRenditionMaker(deps: { db: Db; files: FileStore; now: () => Date }): RenditionMaker {
  const inHand = new Map<string, Promise<boolean>>();
  return {
    make(image, rendition, format) {
      const key = renditionKey(image, rendition.spec, format);
      const already = inHand.get(key);
      if (already) return already;

      const making = makeAndKeep(deps, image, rendition, format).finally(() => inHand.delete(key));
      inHand.set(key, making);
      return making;
    },
  };
}

/** Where the file lies. The hash holds the focal point too, so that a new crop never overwrites what an old address shows. */
export function renditionKey(image: Rendered, spec: string, format: Format): string {
  return `${dirname(image.storageKey)}/${image.hash}-${spec}.${format}`;
}

/** Read in its turn, so that a hundred that wait hold no pictures in memory; and written when it is made, so that no transaction waits for the encoder. */
async function makeAndKeep(deps: { db: Db; files: FileStore; now: () => Date }, image: Rendered, rendition: Rendition, format: Format): Promise<boolean> {
  const content = await twoAtATime(async () => {
    const original = await deps.files.read(image.storageKey);
    return original && render(await buffer(original.stream), image, rendition, format);
  });
  return content !== undefined && keep(deps, image, rendition, format, content);
}

async function keep(deps: { db: Db; files: FileStore; now: () => Date }, image: Rendered, { spec, width, height }: Rendition, format: Format, content: Buffer): Promise<boolean> {
  const storageKey = renditionKey(image, spec, format);
  const row = { imageId: image.id, hash: image.hash, spec, format, width, height, bytes: content.length, storageKey };
  try {
    await keepFile(deps, storageKey, () => content, async (trx) => {
      if (!await media.insertRendition(trx, row, deps.now())) throw new Outdated();
    });
    return true;
  } catch (error) {
    if (error instanceof Outdated) return false;
    throw error;
  }
}

/** Thrown inside `keepFile`, so that the file goes again. */
class Outdated extends Error {}

function render(source: Buffer, image: Rendered, { cut, width, height }: Rendition, format: Format): Promise<Buffer> {
  const box = cropAround(image, { x: image.focalX, y: image.focalY }, { width, height });
  const picture = sharp(source, DECODING).extract(box).resize(width, height, { fit: 'fill' }).timeout({ seconds: 20 });
  return encode(picture, format, cut === 'wide' ? 70 : 78).toBuffer();
}

/** Effort 1 of AVIF is a seventh of the work of the default, for files a tenth larger. */
function encode(picture: Sharp, format: Format, quality: number): Sharp {
  switch (format) {
    case 'avif': return picture.avif({ quality: quality - 28, effort: 1 });
    case 'webp': return picture.webp({ quality });
    case 'jpg': return picture.flatten({ background: '#ffffff' }).jpeg({ quality, mozjpeg: true });
    case 'png': return picture.png({ compressionLevel: 9 });
  }
}

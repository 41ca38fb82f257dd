import sharp, { type Metadata, type Sharp } from 'sharp';
import { Unprocessable } from '../../platform/http/errors';

export interface Original {
  content: Buffer;
  extension: 'png' | 'jpg';
  mimeType: string;
  width: number;
  height: number;
  transparent: boolean;
}

/** security.md, rule 21. */
export const DECODING = { limitInputPixels: 50e6, failOn: 'error' } as const;
const TIME_LIMIT = { seconds: 20 };
const MOST_BYTES = 20e6;
const WIDEST_DRAWING = 2400;
/** Far more than any rendition needs; bounds what is kept of a camera's picture. */
const LONGEST_SIDE = 4000;
const FORMATS = new Set(['jpeg', 'png', 'webp', 'gif', 'svg', 'tiff', 'heif']);
const PHOTOGRAPHIC = new Set(['jpeg', 'webp', 'heif']);

/**
 * What we keep of a picture: decoded and encoded again, so that nothing else in the file survives (metadata, positions,
 * trailing bytes, scripts in drawings), turned upright, in sRGB. Throws Unprocessable for what is not a picture or too large.
 */
export async function readOriginal(bytes: Buffer): Promise<Original> {
  if (bytes.length === 0) throw refused('The file is empty.');
  if (bytes.length > MOST_BYTES) throw refused('The picture is larger than 20 MB.');

  const metadata = await sharp(bytes, DECODING).metadata().catch(refuse);
  if (!FORMATS.has(metadata.format)) throw refused('This is not a picture of a kind that we know.');
  // Most of a bomb's cost is in its pixels: refuse it before any of them is decoded.
  if (metadata.width * metadata.height > DECODING.limitInputPixels) throw refused('The picture has more than 50 million pixels.');
  return encode(decode(bytes, metadata), PHOTOGRAPHIC.has(metadata.format)).catch(refuse);
}

function decode(bytes: Buffer, metadata: Metadata): Sharp {
  if (metadata.format !== 'svg') {
    return sharp(bytes, DECODING).autoOrient().resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true });
  }
  // The drawing's own width; a wider one is drawn smaller in the first place, which is sharper than reducing its pixels.
  const width = Math.min(metadata.width, WIDEST_DRAWING);
  return sharp(bytes, { ...DECODING, density: Math.max(1, (72 * width) / metadata.width) }).resize({ width });
}

async function encode(picture: Sharp, photographic: boolean): Promise<Original> {
  const { data, info } = await picture.toColourspace('srgb').timeout(TIME_LIMIT).raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const pixels = () => sharp(data, { raw: { width, height, channels } });
  const transparent = channels === 4 && !isOpaque(await pixels().extractChannel(3).raw().toBuffer());
  const opaque = transparent ? pixels() : pixels().removeAlpha();

  return photographic && !transparent
    ? { content: await opaque.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toBuffer(), extension: 'jpg', mimeType: 'image/jpeg', width, height, transparent }
    // Level 3 is three times as quick as 6 and a quarter larger; these files are read by us only.
    : { content: await opaque.png({ compressionLevel: 3 }).toBuffer(), extension: 'png', mimeType: 'image/png', width, height, transparent };
}

function isOpaque(alpha: Buffer): boolean {
  return alpha.equals(Buffer.alloc(alpha.length, 255));
}

function refuse(error: Error): never {
  if (/pixel limit/i.test(error.message)) throw refused('The picture has more than 50 million pixels.');
  throw refused('The picture cannot be read: it is damaged, or no picture at all.');
}

function refused(message: string): Unprocessable {
  return new Unprocessable([{ field: 'file', message }]);
}

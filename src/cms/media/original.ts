import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileTypeFromBuffer } from 'file-type/node';
import sharp, { type Metadata } from 'sharp';
import { z } from 'zod';
import { Unprocessable } from '../../platform/http/errors';
import { runApart, type ApartLimits } from '../../platform/run-apart';
import { draw } from './apart/draw';
import { DECODING, encodePicture, type EncodedPicture } from './apart/encode-picture';
import { TOO_LARGE } from './apart/exit-codes';
import { drawingProblem, NO_DRAWING } from './check-drawing';

export interface Original extends EncodedPicture {
  /** What was left behind, where somebody may miss it. */
  note: string | null;
}

export const MOST_BYTES = 20e6;
/** Decoding more than these may take hundreds of megabytes, which the server has better uses for. */
const MANY_PIXELS = 12e6;

/** What is taken, by the type that its content has, with sharp's name for it. */
const PICTURES: Readonly<Record<string, Metadata['format']>> = {
  'image/jpeg': 'jpeg', 'image/png': 'png', 'image/apng': 'png', 'image/webp': 'webp', 'image/gif': 'gif', 'image/tiff': 'tiff',
  'image/avif': 'heif', 'image/heic': 'heif', 'image/heif': 'heif', 'image/heic-sequence': 'heif', 'image/heif-sequence': 'heif',
};
const TAKEN = 'JPEG, PNG, WebP, AVIF, GIF, TIFF and SVG are taken.';
const TOO_MANY_PIXELS = 'The picture has more than 50 million pixels.';
const DAMAGED = 'The picture cannot be read: it is damaged, or no picture at all.';

/**
 * Where a picture is kept: by what we keep, not by what was given to us, of which another version of the encoder makes something else.
 * So what lies under a key never changes; and neither does what its renditions' addresses show, which begin with this hash (`images.hash`).
 */
export function originalKey({ content, extension }: Pick<Original, 'content' | 'extension'>): string {
  return `images/${createHash('sha256').update(content).digest('hex')}/original.${extension}`;
}

/**
 * What we keep of a picture: decoded and encoded again, so that nothing else in the file survives (metadata, positions,
 * trailing bytes, scripts in drawings), turned upright, in sRGB. What it is is told by its content. A drawing becomes pixels, in a process
 * of its own that has so many `milliseconds`, unless it is our own (`trusted`); pictures of more than 12 megapixels are read in one, too.
 * Throws Unprocessable for what is not a picture or too large.
 */
export async function readOriginal(bytes: Buffer, { trusted = false, milliseconds = 10_000 } = {}): Promise<Original> {
  if (bytes.length === 0) throw refused('The file is empty.');
  if (bytes.length > MOST_BYTES) throw refused('The picture is larger than 20 MB.');

  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (isMarkup(bytes, type?.mime)) return noted(await keepPixels(await drawn(bytes, { trusted, milliseconds }), 'png', null));

  const format = type && PICTURES[type.mime];
  if (!format) throw refused(type ? `This is a file of the type ${type.ext.toUpperCase()}, which is no picture that is taken here. ${TAKEN}` : `This is no picture. ${TAKEN}`);
  return keepPixels(bytes, format, type.ext);
}

async function keepPixels(bytes: Buffer, format: Metadata['format'], extension: string | null): Promise<Original> {
  const metadata = await sharp(bytes, DECODING).metadata().catch(refuse);
  if (metadata.format !== format) throw refused(DAMAGED);
  // Most of a bomb's cost is in its pixels: refuse it before any of them is decoded.
  if (metadata.width * metadata.height > DECODING.limitInputPixels) throw refused(TOO_MANY_PIXELS);
  if (metadata.compression === 'hevc') throw refused('Pictures in this format (HEIC) cannot be read here. Save it as JPEG.');
  const apart = metadata.width * metadata.height > MANY_PIXELS;
  return { ...await (apart ? encodeApart(bytes) : encodePicture(bytes)).catch(refuse), note: noteOn(metadata, extension) };
}

/** Whoever sends a drawing expects that it stays one. */
function noted(drawing: Original): Original {
  return { ...drawing, note: `Kept as pixels, ${drawing.width} × ${drawing.height}; the drawing itself is not kept.` };
}

/** Text that has an SVG element near its beginning; whether it is a drawing is checked by reading it. UTF-16 looks like sound to file-type. */
function isMarkup(bytes: Buffer, mime: string | undefined): boolean {
  const head = bytes.subarray(0, 20_000).toString('latin1').replaceAll('\0', ''); // of UTF-16 the Latin letters stay
  if (mime !== undefined && mime !== 'application/xml' && mime !== 'image/svg+xml' && !/^(\u00ff\u00fe|\u00fe\u00ff)\s*</.test(head)) return false;
  return /^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*</.test(head) && /<([\w-]+:)?svg[\s>]/.test(head);
}

async function drawn(svg: Buffer, { trusted, milliseconds }: { trusted: boolean; milliseconds: number }): Promise<Buffer> {
  const problem = drawingProblem(svg);
  if (problem !== undefined) throw refused(problem);
  const png = trusted ? await draw(svg).catch(refuse) : await drawnApart(svg, milliseconds);
  if (png === null) throw refused(TOO_MANY_PIXELS);
  return png;
}

const PROGRAM = path.join(__dirname, 'apart', 'main');
const DRAWING: Omit<ApartLimits, 'milliseconds'> = { megabytes: 400, bytes: 60e6 };

/** Drawing cannot be stopped where it runs, and a few lines of SVG can ask for hours of it. */
async function drawnApart(svg: Buffer, milliseconds: number): Promise<Buffer | null> {
  const result = await runApart([PROGRAM, 'draw'], svg, { ...DRAWING, milliseconds });
  if (result === 'killed') throw refused('The drawing takes too long to draw, or too much memory. Save it as PNG.');
  if (result.code === 0) return result.output;
  if (result.code === TOO_LARGE) return null;
  throw refused(NO_DRAWING);
}

/**
 * 50 megapixels of JPEG, PNG or WebP take up to 330 MB, 24 of AVIF some 500, and more of it than that is refused: beside the server's own 300
 * it would not fit into the gigabyte that a container has.
 */
const DECODING_APART: ApartLimits = { milliseconds: 25_000, megabytes: 550, bytes: 80e6 };

/** @throws Unprocessable */
async function encodeApart(bytes: Buffer): Promise<EncodedPicture> {
  const result = await runApart([PROGRAM, 'encode'], bytes, DECODING_APART);
  if (result === 'killed') throw refused('The picture takes too long to read, or too much memory. Save it as JPEG.');
  if (result.code !== 0) throw refused(DAMAGED);
  const end = result.output.indexOf('\n');
  return { ...facts.parse(JSON.parse(result.output.subarray(0, end).toString())), content: result.output.subarray(end + 1) };
}

const facts = z.strictObject({ extension: z.enum(['png', 'jpg']), mimeType: z.string(), width: z.int(), height: z.int(), transparent: z.boolean() });

function noteOn({ pages = 1, format }: Metadata, extension: string | null): string | null {
  if (extension === 'apng' || (pages > 1 && (format === 'gif' || format === 'webp'))) return 'Only the first picture of the animation was kept.';
  return pages > 1 ? 'Only the first page of the file was kept.' : null;
}

function refuse(error: Error): never {
  if (error instanceof Unprocessable) throw error;
  if (/pixel limit/i.test(error.message)) throw refused(TOO_MANY_PIXELS);
  if (/timeout/i.test(error.message)) throw refused('The picture takes too long to read.');
  throw refused(DAMAGED);
}

function refused(message: string): Unprocessable {
  return new Unprocessable([{ field: 'file', message }]);
}

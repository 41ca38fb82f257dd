import type { Request } from 'express';
import { fileSet } from './tile-view';
import type { AltDecision, LibraryImage } from './queries';
import { kindWords, pixelWords, sizeWords } from './words';

/** An image as scripts are told of it. */
export interface ImageAnswer {
  /** What content names it by. */
  readonly uri: string;
  readonly id: number;
  readonly label: string;
  readonly detail: string;
  readonly thumb: string;
  /** Its place in the library. */
  readonly url: string;
  readonly alt: string | null;
  readonly altDecision: AltDecision | null;
  readonly version: number;
}

export function imageAnswer(image: LibraryImage): ImageAnswer {
  const { id, title, alt, altDecision, version } = image;
  return {
    uri: `image:${id}`, id, label: title, detail: `${pixelWords(image)}, ${kindWords(image.mimeType)}, ${sizeWords(image.bytes)}`,
    thumb: fileSet(image, 'thumb', 1).src, url: `/admin/images/${id}`, alt, altDecision, version,
  };
}

/** A script of ours, which asked for JSON and nothing else. */
export function wantsJson(req: Request): boolean {
  return req.accepts(['html', 'json']) === 'json';
}

import type { Db } from '../../platform/db/connect';
import { IMAGES } from '../library/kinds';
import { getLibraryFacts, listFiles, type LibraryFacts, type ListedFile } from '../library/list-queries';
import type { Seen } from '../library/seen';
import { getShownFile, type ShownFile } from '../library/show-queries';
import { LARGE_BYTES, type Listing } from './listing';
import type { AltDecision } from './queries';

/** What a picture of it needs, and what the library says to readers who cannot see it. */
interface Pictured {
  readonly altDecision: AltDecision | null;
  readonly width: number;
  readonly height: number;
  readonly transparent: boolean;
  readonly hash: string;
}

const PICTURED = 'm.alt_decision, m.width, m.height, m.transparent, m.hash';

export type ListedImage = ListedFile & Pictured;

/** One statement: see `listFiles`. */
export async function listImages(db: Db, seen: Seen, listing: Listing): Promise<{ files: ListedImage[]; matching: number }> {
  const { alt, size } = listing;
  const conditions = [
    ...(alt === null ? [] : [alt === 'undecided' ? 'm.alt_decision is null' : 'm.alt_decision = :alt']),
    ...(size === null ? [] : [`m.bytes > ${LARGE_BYTES}`]),
  ];
  return listFiles<Pictured>(db, IMAGES, seen, listing, { columns: PICTURED, conditions, bindings: alt === null || alt === 'undecided' ? {} : { alt } });
}

export type ImageFacts = LibraryFacts & { readonly credit: readonly string[] };

export async function getImageFacts(db: Db, seen: Seen): Promise<ImageFacts> {
  return getLibraryFacts(db, IMAGES, seen, ['credit']);
}

/** With everything that its pane says. */
export interface ShownImage extends ShownFile, Pictured {
  readonly alt: string | null;
  readonly credit: string | null;
  readonly licence: string | null;
  /** 0…1 from the left and from the top. */
  readonly focalX: number;
  readonly focalY: number;
}

/** @throws NotFound, also for one that somebody may not see */
export async function getShownImage(db: Db, seen: Seen, id: number): Promise<ShownImage> {
  return getShownFile<Omit<ShownImage, keyof ShownFile>>(db, IMAGES, seen, id, `${PICTURED}, m.alt, m.credit, m.licence, m.focal_x, m.focal_y`);
}

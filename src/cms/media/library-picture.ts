import type { ImageFacts } from './picture';
import { pictureOf } from './renditions';

/** An image as those who choose it see it: small, and with what the library says of it. */
export interface LibraryPicture {
  /** Address of a small square picture. */
  readonly thumb: string;
  readonly alt: string | null;
  readonly altDecision: 'described' | 'decorative' | 'each-time' | null;
}

export function libraryPicture(facts: ImageFacts): LibraryPicture {
  return { thumb: pictureOf(facts, { ref: '', alt: null, decorative: true }, 'thumb').src, alt: facts.alt, altDecision: facts.altDecision ?? null };
}

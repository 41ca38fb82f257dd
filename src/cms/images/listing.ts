import type { Listing as LibraryListing } from '../library/listing';

export const ALT_STATES = ['undecided', 'described', 'decorative', 'each-time'] as const;

/** From here on a file is worth a look: 2 MB. */
export const LARGE_BYTES = 2_000_000;

export interface Listing extends LibraryListing {
  readonly alt: (typeof ALT_STATES)[number] | null;
  readonly size: 'large' | null;
  readonly view: 'grid' | 'list';
}

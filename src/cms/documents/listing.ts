import type { Listing as LibraryListing } from '../library/listing';

export const KINDS = ['pdf', 'office', 'text', 'other'] as const;
export type Kind = (typeof KINDS)[number];

export const TEXT_FILTERS = ['read', 'none', 'failed', 'waiting'] as const;

export interface Listing extends LibraryListing {
  readonly kind: Kind | null;
  readonly text: (typeof TEXT_FILTERS)[number] | null;
}

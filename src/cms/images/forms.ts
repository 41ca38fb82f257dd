import { z } from 'zod';
import { id, line } from '../../platform/http/strict-input';
import { ALT_STATES, SORTS } from './listing';

export const imageParams = z.object({ id });

const flag = z.literal('1').transform(() => true).catch(false).default(false);

/** What stands in the address of the library. A wrong choice is dropped like an unknown name: somebody shared an old address. */
const LISTING = {
  q: line({ max: 200, label: 'A search' }).catch('').default(''),
  tag: z.string().min(1).max(100).nullable().catch(null).default(null),
  collection: id.nullable().catch(null).default(null),
  alt: z.enum(ALT_STATES).nullable().catch(null).default(null),
  use: z.enum(['used', 'unused']).nullable().catch(null).default(null),
  size: z.literal('large').nullable().catch(null).default(null),
  sort: z.enum(SORTS).catch('newest').default('newest'),
  view: z.enum(['grid', 'list']).catch('grid').default('grid'),
  trash: flag,
  page: z.string().regex(/^[1-9]\d{0,4}$/).transform(Number).catch(1).default(1),
};

export const listingQuery = z.object(LISTING);

/** What a person has just done, for the note above the list. */
export const DONE = ['uploaded', 'changed', 'replaced', 'put-back', 'trashed', 'restored', 'deleted', 'tagged', 'untagged', 'collected'] as const;
export type Done = (typeof DONE)[number];

/** `n`: how many images it was done to; `about`: the one that it was done to, for taking it back. */
export const libraryQuery = z.object({
  ...LISTING,
  done: z.enum(DONE).nullable().catch(null).default(null),
  n: z.string().regex(/^\d{1,6}$/).transform(Number).catch(1).default(1),
  about: id.nullable().catch(null).default(null),
});

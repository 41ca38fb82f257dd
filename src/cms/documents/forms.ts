import { z } from 'zod';
import { id, line } from '../../platform/http/strict-input';
import { tagsIn } from '../images/change-forms';
import { LARGEST_ID } from '../media/media-key';
import { KINDS, SORTS, TEXT_FILTERS } from './listing';

/** /documents/:id/:filename, and /documents/:id */
export const fileParams = z.strictObject({
  id: z.string().regex(/^[1-9]\d{0,9}$/).transform(Number).pipe(z.number().max(LARGEST_ID)),
  filename: z.string().max(400).optional(),
});

export const documentParams = z.object({ id });
export const versionParams = z.object({ id, number: id });

/** What stands in the address of the library. A wrong choice is dropped like an unknown name: somebody shared an old address. */
const LISTING = {
  q: line({ max: 200, label: 'A search' }).catch('').default(''),
  tag: z.string().min(1).max(100).nullable().catch(null).default(null),
  collection: id.nullable().catch(null).default(null),
  kind: z.enum(KINDS).nullable().catch(null).default(null),
  text: z.enum(TEXT_FILTERS).nullable().catch(null).default(null),
  use: z.enum(['used', 'unused']).nullable().catch(null).default(null),
  sort: z.enum(SORTS).catch('newest').default('newest'),
  trash: z.literal('1').transform(() => true).catch(false).default(false),
  page: z.string().regex(/^[1-9]\d{0,4}$/).transform(Number).catch(1).default(1),
};

export const listingQuery = z.object(LISTING);

/** What a person has just done, for the note above the list. */
export const DONE = ['uploaded', 'changed', 'replaced', 'put-back', 'trashed', 'restored', 'deleted', 'tagged', 'untagged', 'collected'] as const;
export type Done = (typeof DONE)[number];

/** `n`: how many documents it was done to; `about`: the one that it was done to, for taking it back. */
export const libraryQuery = z.object({
  ...LISTING,
  done: z.enum(DONE).nullable().catch(null).default(null),
  n: z.string().regex(/^\d{1,6}$/).transform(Number).catch(1).default(1),
  about: id.nullable().catch(null).default(null),
});

/** Which version of the row the person saw. */
const version = id;

/** A collection that was chosen; '' for none. */
const collection = z.union([z.literal('').transform(() => null), id]);

export const uploadForm = z.object({ collection: collection.default(null), again: z.literal('1').optional().transform((value) => value === '1') });

const MOST_TAGS = 30;
const tag = line({ min: 1, max: 50, label: 'A tag' });
const tags = z.string().max(2_000, 'These are too many tags.').transform(tagsIn).pipe(z.array(tag).max(MOST_TAGS, `A document has at most ${MOST_TAGS} tags.`));

/** PATCH /admin/documents/:id: what is left out stays as it is. */
export const changeForm = z.object({
  version,
  title: line({ min: 1, max: 200, label: 'A title' }).optional(),
  description: z.string().trim().max(1_000, 'A description has at most 1,000 characters.').transform((text) => text || null).optional(),
  tags: tags.optional(),
  collection: collection.optional(),
});

/** Of a new file, and of putting a former one back. */
export const versionForm = z.object({ version });

/** Who throws away, restores or deletes from a list has seen no version. */
export const trashForm = z.object({ version: version.optional() });

export const MOST_AT_ONCE = 200;

/** Boxes that were ticked, or all of them in one field, with spaces between. */
const ids = z.union([z.string(), z.array(z.string())]).default([]).transform((list) => [list].flat().flatMap((one) => one.split(/[ ,]/)).filter((one) => one !== ''))
  .pipe(z.array(id).min(1, 'Select a document first.').max(MOST_AT_ONCE, `Select at most ${MOST_AT_ONCE} documents.`)).transform((list) => [...new Set(list)]);

export const BULK_ACTIONS = ['tag', 'untag', 'collection', 'trash', 'restore'] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

export const bulkForm = z.object({ ids, do: z.enum(BULK_ACTIONS), tag: tags.default([]), collection: collection.default(null) });

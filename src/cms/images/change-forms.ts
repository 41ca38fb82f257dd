import { z } from 'zod';
import { id, line } from '../../platform/http/strict-input';

/** Which version the person saw. */
const version = id;

export const versionParams = z.object({ id, number: id });

/** A collection that was chosen; '' for none. */
const collection = z.union([z.literal('').transform(() => null), id]);

/** Text fields beside the files of POST /admin/images. */
export const uploadForm = z.object({ collection: collection.default(null), again: z.literal('1').optional().transform((value) => value === '1') });

/** Of POST /admin/images/:id/versions, and of putting a former file back. */
export const versionForm = z.object({ version });

/** Who throws away, restores or deletes from a list has seen no version. */
export const trashForm = z.object({ version: version.optional() });

const MOST_TAGS = 30;
const tag = line({ min: 1, max: 50, label: 'A tag' });

/** Words between commas: in lower case, each once, in their order. */
const tags = z.string().max(2_000, 'These are too many tags.').transform(tagsIn).pipe(z.array(tag).max(MOST_TAGS, `An image has at most ${MOST_TAGS} tags.`));

export function tagsIn(text: string): string[] {
  return [...new Set(text.toLowerCase().split(/[,\n]/).map((word) => word.replace(/\s+/g, ' ').trim()).filter((word) => word !== ''))];
}

const text = (max: number, label: string) => line({ max, label }).transform((value) => value || null);

/** 0 to 100 from the left or from the top; stored as a share, in hundredths, since renditions are called by it. */
const percent = z.string().trim().regex(/^(100(\.0+)?|\d{1,2}(\.\d{1,6})?)$/, 'Write a number from 0 to 100.').transform((value) => Math.round(Number(value)) / 100);

/** PATCH /admin/images/:id: what is left out stays as it is. */
export const changeForm = z.object({
  version,
  title: line({ min: 1, max: 200, label: 'A title' }).optional(),
  altDecision: z.enum(['', 'described', 'decorative', 'each-time']).transform((value) => value || null).optional(),
  alt: text(500, 'A description').optional(),
  credit: text(200, 'A credit').optional(),
  licence: text(200, 'A licence').optional(),
  tags: tags.optional(),
  collection: collection.optional(),
  focalX: percent.optional(),
  focalY: percent.optional(),
});

export const MOST_AT_ONCE = 200;

/** Boxes that were ticked, or all of them in one field, with spaces between. */
const ids = z.union([z.string(), z.array(z.string())]).default([]).transform((list) => [list].flat().flatMap((one) => one.split(/[ ,]/)).filter((one) => one !== ''))
  .pipe(z.array(id).min(1, 'Select an image first.').max(MOST_AT_ONCE, `Select at most ${MOST_AT_ONCE} images.`)).transform((list) => [...new Set(list)]);

export const BULK_ACTIONS = ['tag', 'untag', 'collection', 'trash', 'restore'] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

export const bulkForm = z.object({ ids, do: z.enum(BULK_ACTIONS), tag: tags.default([]), collection: collection.default(null) });

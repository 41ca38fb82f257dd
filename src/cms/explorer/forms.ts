import { z } from 'zod';
import { parseDay } from '../../platform/dates';
import { id, line } from '../../platform/http/strict-input';
import { SORTS, STATUSES, type Cursor } from './listing';

const cursor = z.string().regex(/^[1-9]\d{0,9}\.[^]{0,1000}$/).transform((text): Cursor => {
  const dot = text.indexOf('.');
  return { id: Number(text.slice(0, dot)), key: text.slice(dot + 1) };
}).refine((value) => value.id <= 2_147_483_647).nullable().catch(null).default(null);

const flag = z.literal('1').transform(() => true).catch(false).default(false);
const word = z.string().min(1).max(100).nullable().catch(null).default(null);

/** What stands in the address of a level. A wrong choice is dropped like an unknown name: somebody shared an old address. */
const LISTING = {
  q: line({ max: 200, label: 'A search' }).catch('').default(''),
  type: word,
  status: z.enum(STATUSES).nullable().catch(null).default(null),
  owner: id.nullable().catch(null).default(null),
  since: z.string().transform((text) => parseDay(text) ?? null).catch(null).default(null),
  deep: flag,
  sort: z.enum(SORTS).catch('place').default('place'),
  after: cursor,
  before: cursor,
  reorder: flag,
};

export const listingQuery = z.object(LISTING);

/** `done`: what just happened, for the note above the list; the page it happened to, and what it would take to undo a move. */
export const levelQuery = z.object({
  ...LISTING,
  done: z.enum(['published', 'unpublished', 'moved', 'trashed', 'reordered', 'put-back']).nullable().catch(null).default(null),
  n: z.string().regex(/^\d{1,6}$/).transform(Number).catch(1).default(1),
  page: id.nullable().catch(null).default(null),
  undo: z.union([id, z.literal('end')]).nullable().catch(null).default(null),
});

/** Where a page goes among its siblings: before one (empty: to the end) or after one, or one step or all the way. */
export const positionForm = z.object({
  before: z.union([id, z.literal('').transform(() => null)]).optional(),
  after: id.optional(),
  step: z.enum(['up', 'down', 'first', 'last']).optional(),
  version: id,
  undoing: z.literal('1').optional(),
  /** The list that it was done in, to come back to. */
  list: z.string().max(2_000).default(''),
}).refine(({ before, after, step }) => [before, after, step].filter((place) => place !== undefined).length === 1, { path: ['before'], message: 'Say where the page shall stand.' });

export const BULK_ACTIONS = ['publish', 'unpublish', 'move', 'trash'] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** Security rule 8: no list without a limit. */
export const MOST_AT_ONCE = 100;

/** Boxes that were ticked, or all of them in one field, with spaces between. */
const ids = z.union([z.string(), z.array(z.string())]).default([]).transform((list) => [list].flat().flatMap((text) => text.split(' ')).filter((text) => text !== ''))
  .pipe(z.array(id).min(1, 'Select a page first.').max(MOST_AT_ONCE, `Select at most ${MOST_AT_ONCE} pages at once.`)).transform((list) => [...new Set(list)]);

/** Root-relative, within the explorer: where "back" leads. */
const back = z.string().max(2_000).regex(/^\/admin\/pages(\/\d+)?(\?[^\\]*)?$/).catch('/admin/pages').default('/admin/pages');

export const bulkQuery = z.object({
  action: z.enum(BULK_ACTIONS),
  id: ids,
  back,
  below: id.nullable().catch(null).default(null),
  q: line({ max: 200, label: 'A search' }).catch('').default(''),
  after: cursor,
  before: cursor,
});

export const bulkForm = z.object({
  action: z.enum(BULK_ACTIONS),
  id: ids,
  back,
  /** An address, as the chooser gives it. */
  parent: line({ max: 2_000, label: 'The page above' }).optional(),
  reason: line({ max: 500, label: 'A reason' }).default(''),
});

export const trashQuery = z.object({
  q: line({ max: 200, label: 'A search' }).catch('').default(''),
  after: cursor,
  before: cursor,
  done: z.literal('restored').nullable().catch(null).default(null),
  page: id.nullable().catch(null).default(null),
  n: z.string().regex(/^\d{1,6}$/).transform(Number).catch(1).default(1),
});

export const chooserQuery = z.object({
  for: ids,
  below: id.nullable().catch(null).default(null),
  copying: flag,
  q: line({ max: 200, label: 'A search' }).catch('').default(''),
  after: cursor,
  before: cursor,
});

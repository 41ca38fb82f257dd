import { z } from 'zod';
import { line } from '../../platform/http/strict-input';
import { choice, collection, LISTING, restore, tagsOf, version, wasFields } from '../library/forms';
import { DOCUMENTS } from '../library/kinds';
import { LARGEST_ID } from '../media/media-key';
import { KINDS, TEXT_FILTERS } from './listing';
import { PANE_FIELDS } from './views';

/** /documents/:id/:filename, and /documents/:id */
export const fileParams = z.strictObject({
  id: z.string().regex(/^[1-9]\d{0,9}$/).transform(Number).pipe(z.number().max(LARGEST_ID)),
  filename: z.string().max(400).optional(),
});

export const listingQuery = z.object({ ...LISTING, kind: choice(KINDS), text: choice(TEXT_FILTERS) });

/** PATCH /admin/documents/:id: what is left out stays as it is. */
export const changeForm = z.object({
  version,
  restore,
  title: line({ min: 1, max: 200, label: 'A title' }).optional(),
  description: z.string().trim().max(1_000, 'A description has at most 1,000 characters.').transform((text) => text || null).optional(),
  tags: tagsOf(DOCUMENTS).optional(),
  collection: collection.optional(),
  ...wasFields(PANE_FIELDS),
});

import { z } from 'zod';
import { line } from '../../platform/http/strict-input';
import { choice, collection, LISTING, restore, tagsOf, version, wasFields } from '../library/forms';
import { IMAGES } from '../library/kinds';
import { ALT_STATES } from './listing';
import { PANE_FIELDS } from './views';

export const listingQuery = z.object({ ...LISTING, alt: choice(ALT_STATES), size: choice(['large']), view: z.enum(['grid', 'list']).catch('grid').default('grid') });

const text = (max: number, label: string) => line({ max, label }).transform((value) => value || null);

/** 0 to 100 from the left or from the top; stored as a share, in hundredths, since renditions are called by it. */
const percent = z.string().trim().regex(/^(100(\.0+)?|\d{1,2}(\.\d{1,6})?)$/, 'Write a number from 0 to 100.').transform((value) => Math.round(Number(value)) / 100);

/** PATCH /admin/images/:id: what is left out stays as it is. */
export const changeForm = z.object({
  version,
  restore,
  title: line({ min: 1, max: 200, label: 'A title' }).optional(),
  altDecision: z.enum(['', 'described', 'decorative', 'each-time']).transform((value) => value || null).optional(),
  alt: text(500, 'A description').optional(),
  credit: text(200, 'A credit').optional(),
  licence: text(200, 'A licence').optional(),
  tags: tagsOf(IMAGES).optional(),
  collection: collection.optional(),
  focalX: percent.optional(),
  focalY: percent.optional(),
  ...wasFields(PANE_FIELDS),
});

import { z } from 'zod';
import { isZone } from '../../platform/dates';
import { id, line } from '../../platform/http/strict-input';
import { chooserQuery } from '../explorer/forms';

export const nothing = z.object({});

/** A moment as three fields; empty ones are refused only where a moment is wanted. */
const moment = {
  date: z.string().regex(/^(|\d{4}-\d{2}-\d{2})$/, 'A day is written as 2026-11-24.').default(''),
  time: z.string().regex(/^(|\d{2}:\d{2}(:00)?)$/, 'A time is written as 09:00.').transform((time) => time.slice(0, 5)).default(''),
  zone: z.string().max(60).refine(isZone, 'This time zone is not known.').optional(),
};

export const revisionForm = z.object({ revision: id });

const publication = z.object({ revision: id, when: z.enum(['now', 'at']).default('now'), ...moment });

/** `pictures`: how many are asked about in the dialog. Each has two fields, by its number, which the answer to them reads. */
export function publicationForm(pictures: number): typeof publication {
  const asked: Record<string, z.ZodType> = {};
  for (let number = 0; number < pictures; number += 1) {
    asked[`alt${number}`] = line({ max: 500, label: 'A description' }).optional();
    asked[`decorative${number}`] = z.enum(['described', 'decorative']).optional();
  }
  return publication.extend(asked) as typeof publication;
}

const reason = line({ min: 1, max: 300, label: 'A reason' });
const below = z.literal('on').optional().transform((value) => value === 'on');

export const unpublicationForm = z.object({ reason, below });
export const trashForm = z.object({ reason });

/** A page that was chosen from the tree, or one whose address somebody typed or pasted. */
const place = { parent: line({ max: 2_000, label: 'An address' }).default(''), address: line({ max: 2_000, label: 'An address' }).default('') };

export const moveForm = z.object(place);
export const copyForm = z.object({
  ...place,
  title: line({ min: 1, max: 255, label: 'A title' }),
  slug: line({ max: 255, label: 'A slug' }).default(''),
  below,
});

/** How far somebody got with choosing. Wrong values are dropped, as in every list. */
export const placeQuery = chooserQuery.pick({ below: true, q: true, after: true, before: true });

export const settingsForm = z.object({
  owner: z.union([z.literal('').transform(() => null), id]),
  reviewOn: z.union([z.literal('').transform(() => null), z.iso.date('A day is written as 2026-11-24.')]),
  ...moment,
});

export const accessForm = z.object({ access: z.enum(['public', 'signed-in', 'password']), password: z.string().max(1_000).default('') });

export const DONE = [
  'published', 'scheduled', 'unscheduled', 'undone', 'unpublished', 'moved', 'copied', 'locked', 'unlocked', 'settings', 'access', 'trashed',
] as const;
export type Done = (typeof DONE)[number];
export const doneQuery = z.object({ done: z.enum(DONE).optional().catch(undefined) });

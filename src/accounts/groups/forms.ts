import { z } from 'zod';
import { id, line } from '../../platform/http/strict-input';
import { VERBS, type Verb } from '../permissions';

/** Ticks of one name: none, one, or several. */
function ticks<T extends z.ZodType<unknown, string>>(one: T) {
  return z.union([z.array(one).max(500), one.transform((value) => [value])]).default([]);
}

const grant = z.string().max(100).regex(/^[a-z]+ (\*|page:[1-9]\d{0,9}|area:[a-z][a-z:-]*)$/, 'This is not a permission.');
const verb = z.enum(Object.keys(VERBS) as [Verb, ...Verb[]]);

export const groupForm = z.object({
  name: line({ min: 1, max: 60, label: 'A name' }),
  description: line({ max: 200, label: 'A description' }),
  grants: ticks(grant),
  /** One more page and all below it, with the verbs ticked beside it. */
  page: line({ max: 2_000, label: 'An address' }),
  pageVerbs: ticks(verb),
});

export const groupIds = ticks(id);

export const idParams = z.object({ id });

export const nothing = z.object({});

export const groupsQuery = z.object({ done: z.enum(['created', 'saved', 'deleted']).optional().catch(undefined) });

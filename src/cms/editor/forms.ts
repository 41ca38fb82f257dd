import { z } from 'zod';
import { id } from '../../platform/http/strict-input';

/** Words of `?done=` that this screen says itself; those of publishing and its relatives are the workflow's. */
export const editQuery = z.object({ done: z.string().regex(/^[a-z-]{1,40}$/).optional().catch(undefined) });

export const newQuery = z.object({ parent: id, type: z.string().max(100).optional() });

/** Of the form, besides the page's text. `key`: made with the form of a new page. */
export const formHead = z.object({
  base: id.nullable().catch(null),
  number: z.string().regex(/^\d{1,10}$/).transform(Number).refine((number) => number <= 2_147_483_647).catch(0),
  note: z.string().transform((text) => text.trim()).refine((text) => text.length <= 500 && !/[\u0000-\u001f]/.test(text)).nullable().catch(null),
  then: z.enum(['publish']).nullable().catch(null),
});

/** What a form of a new page says of where the page shall stand. */
export const newPageForm = z.object({ parent: id, type: z.string().max(100), key: z.string().regex(/^[\w-]{22}$/) });

export const nothing = z.object({});

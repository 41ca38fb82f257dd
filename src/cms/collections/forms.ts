import { z } from 'zod';
import { id, line } from '../../platform/http/strict-input';

export const collectionParams = z.object({ id });

const name = line({ min: 1, max: 80, label: 'A name' });

export const newCollectionForm = z.object({ name });

export const collectionForm = z.object({
  version: id,
  name,
  who: z.enum(['everybody', 'page'], 'Say who may have the files.'),
  /** An address, as the chooser gives it. */
  parent: line({ max: 2_000, label: 'The page' }).default(''),
  /** The same, typed. */
  address: line({ max: 2_000, label: 'An address' }).default(''),
  q: z.string().optional(),
  step: z.string().optional(),
});

const cursor = z.string().regex(/^[1-9]\d{0,9}\.[^]{0,1000}$/).transform((text) => ({ id: Number(text.slice(0, text.indexOf('.'))), key: text.slice(text.indexOf('.') + 1) }))
  .refine((value) => value.id <= 2_147_483_647).nullable().catch(null).default(null);

/** The chooser stands in the form: `go` to another place of it, `search` it, or `enter` was pressed in some field. */
const step = z.enum(['go', 'search', 'enter']).optional();

/** What is typed is shown again, and may be wrong as yet. */
export const steppedForm = z.object({
  version: id, name: z.string(), who: z.string().default(''), parent: z.string().default(''), address: z.string().default(''), q: line({ max: 200, label: 'A search' }).catch('').default(''), step,
});

/** Where the chooser has got to. */
export const collectionQuery = z.object({
  below: id.nullable().catch(null).default(null),
  q: line({ max: 200, label: 'A search' }).catch('').default(''),
  after: cursor,
  before: cursor,
  done: z.enum(['created', 'saved']).optional().catch(undefined),
});

export const indexQuery = z.object({ done: z.literal('deleted').optional().catch(undefined) });

export const nothing = z.object({});

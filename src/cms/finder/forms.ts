import { z } from 'zod';
import { id, line } from '../../platform/http/strict-input';

/** Kinds are separated by commas or spaces. */
export const referencesQuery = z.object({
  kind: z.string().max(500).transform((text) => text.split(/[\s,]+/).filter((kind) => kind !== '')).catch([]).default([]),
  q: line({ max: 200, label: 'A search' }).catch('').default(''),
  /** Lists go on, but not for ever: whoever has not found it in a thousand lines types a word. */
  offset: z.string().regex(/^\d{1,3}$/).transform(Number).catch(0).default(0),
  limit: z.string().regex(/^[1-9]\d?$/).transform((text) => Math.min(20, Number(text))).catch(10).default(10),
});

export const pasteForm = z.object({
  _csrf: z.string().optional(),
  html: z.string(),
  size: z.enum(['full', 'small', 'cell']).default('full'),
});

export const findQuery = z.object({
  q: line({ max: 200, label: 'A search' }).catch('').default(''),
  /** The page that is open. */
  page: id.nullable().catch(null).default(null),
});

import type { Request } from 'express';
import { z, type ZodObject, type ZodRawShape } from 'zod';
import { BadRequest, NotFound, Unprocessable } from './errors';

const INT4_MAX = 2_147_483_647;
const MAX_DEPTH = 100;

/** An id in an address or a form: 1 to the largest of PostgreSQL's `integer`. */
export const id = z.string().regex(/^[1-9]\d{0,9}$/, 'This is not a number.').transform(Number).refine((value) => value <= INT4_MAX, 'This number is too large.');

/** One line that somebody typed, without the spaces around it. Lengths in UTF-16 units. */
export function line({ min = 0, max, label }: { min?: number; max: number; label: string }) {
  return z.string().trim()
    .min(min, min === 1 ? `${label} is needed.` : `${label} needs at least ${min} characters.`)
    .max(max, `${label} may have at most ${max} characters.`)
    .regex(/^[^\n\t]*$/, `${label} must be on one line.`);
}

type Output<Shape extends ZodRawShape> = z.output<ZodObject<Shape>>;

/**
 * What a request's body says, by a schema that knows every one of its fields (security rule 8).
 * @throws BadRequest for unknown fields and characters that nobody types; Unprocessable with one problem per wrong field
 */
export function parseBody<Shape extends ZodRawShape>(req: Request, schema: ZodObject<Shape>): Output<Shape> {
  const body = clean(req.body ?? {}, () => new BadRequest());
  const parsed = schema.strict().safeParse(body);
  if (parsed.success) return bare(parsed.data);

  if (parsed.error.issues.some(({ code }) => code === 'unrecognized_keys')) throw new BadRequest('The form has a field that is not known here.');
  throw new Unprocessable(parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })));
}

/**
 * The part of the query that the schema knows; other names are dropped, since links arrive with tracking parameters.
 * @throws BadRequest when a known name has a value that it cannot have, or is given twice
 */
export function parseQuery<Shape extends ZodRawShape>(req: Request, schema: ZodObject<Shape>): Output<Shape> {
  const known = Object.entries(req.query).filter(([name]) => Object.hasOwn(schema.shape, name));
  const parsed = schema.safeParse(clean(Object.fromEntries(known), () => new BadRequest()));
  if (!parsed.success) throw new BadRequest();
  return bare(parsed.data);
}

/** What stands in the path. @throws NotFound: an address that cannot be is one that is not there */
export function parseParams<Shape extends ZodRawShape>(req: Request, schema: ZodObject<Shape>): Output<Shape> {
  const parsed = schema.strict().safeParse(clean(req.params, () => new NotFound()));
  if (!parsed.success) throw new NotFound();
  return bare(parsed.data);
}

/** No prototype, so that a name like `constructor` is never found by accident. */
function bare<T extends object>(data: T): T {
  return Object.assign(Object.create(null) as T, data);
}

/**
 * The same value with all text in NFC and line ends as `\n`, before any schema sees it. PostgreSQL refuses NUL, and
 * no form sends the other control characters; lone surrogates would be stored as something else.
 */
function clean(value: unknown, refusal: () => Error, depth = 0): unknown {
  if (depth > MAX_DEPTH) throw refusal();
  if (typeof value === 'string') return cleanText(value, refusal);
  if (Array.isArray(value)) return value.map((item) => clean(item, refusal, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [cleanText(key, refusal), clean(item, refusal, depth + 1)]));
}

function cleanText(text: string, refusal: () => Error): string {
  const unified = text.replace(/\r\n/g, '\n');
  if (/[\u0000-\u0008\u000b-\u001f]|\p{Surrogate}/u.test(unified)) throw refusal();
  return unified.normalize('NFC');
}

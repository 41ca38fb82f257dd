import type { z } from 'zod';
import type { FormContext, FormValues } from '../form-values';

/** What one reading of one control needs, besides its schema. */
export interface Reading<T> {
  readonly form: FormValues;
  readonly name: string;
  readonly stored: T | undefined;
  readonly empty: T;
  readonly at: FormContext;
}

/** One control with text in it, as typed or as `draft` cleans it. What the draft refuses is kept for the form, and the stored value stays. */
export function readText<T>(draft: z.ZodType<T>, { form, name, stored, empty, at }: Reading<T>): T {
  const typed = form.get(name);
  const before = stored === undefined ? empty : stored;
  if (typed === undefined || typed === (before ?? '')) return before;
  return accepted(draft, typed, before, at, typed);
}

/** The value if the draft may hold it, else the one before, told with the first sentence that the schema has for it. */
export function accepted<T>(draft: z.ZodType<T>, value: unknown, before: T, at: FormContext, typed?: string): T {
  const result = draft.safeParse(value);
  if (result.success) return result.data;
  at.refuse(result.error.issues[0]?.message ?? 'This cannot be read.', typed);
  return before;
}

/**
 * Tokens of the items of a list, in their order. The form says an empty one first, so that a list without items differs
 * from one that is not in the form at all: undefined.
 */
export function itemsOf(form: FormValues, name: string): readonly string[] | undefined {
  const values = form.all(`${name}.items`);
  if (values.length === 0) return undefined;
  return [...new Set(values)].filter((token) => /^[A-Za-z0-9_-]{1,64}$/.test(token));
}

/**
 * JSON of a hidden control. Undefined when it is none: somebody's script wrote it, so it may be anything, and only
 * what the field's schema accepts is used of it.
 */
export function readJson(text: string | undefined): unknown {
  if (text === undefined || text === '') return undefined;
  try {
    return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? storable(value) : value));
  } catch {
    return undefined;
  }
}

/** jsonb refuses NUL and halves of surrogate pairs. All else stays as it is: what was stored has to come back equal. */
function storable(text: string): string {
  return /[\u0000]|\p{Surrogate}/u.test(text) ? text.replace(/[\u0000]|\p{Surrogate}/gu, '') : text;
}

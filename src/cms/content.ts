import { z } from 'zod';
import { Unprocessable, type Problem } from '../platform/http/errors';
import type { ContentOf, Field, Fields } from './field';
import { checkReading, formReading, type FormContext, type FormReading, type FormValues } from './form-values';
import type { Portable } from './portable';

/** Content of a page, a block or a snippet, when it does not matter of which. */
export type Content = Record<string, unknown>;

/** The strict schema of a record of fields: unknown names are refused. */
export function contentSchema<F extends Fields>(fields: F): z.ZodType<ContentOf<F>> {
  return objectOf(fields, (field) => field.schema) as z.ZodType<ContentOf<F>>;
}

export function draftSchema<F extends Fields>(fields: F): z.ZodType<ContentOf<F>> {
  return objectOf(fields, (field) => field.draft) as z.ZodType<ContentOf<F>>;
}

function objectOf(fields: Fields, schemaOf: (field: Field<unknown>) => z.ZodType): z.ZodType {
  return z.strictObject(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOf(field)])));
}

export function emptyContent<F extends Fields>(fields: F): ContentOf<F> {
  return mapFields(fields, (field) => structuredClone(field.empty)) as ContentOf<F>;
}

export function mapContentReferences<F extends Fields>(fields: F, content: ContentOf<F>, change: (uri: string) => string): ContentOf<F> {
  return mapFields(fields, (field, name) => field.mapReferences(content[name], change)) as ContentOf<F>;
}

/** Every reference URI in the content, in reading order, with repetitions. */
export function listContentReferences<F extends Fields>(fields: F, content: ContentOf<F>): string[] {
  const found: string[] = [];
  mapContentReferences(fields, content, (uri) => {
    found.push(uri);
    return uri;
  });
  return found;
}

/** Plain text of a record of fields, in reading order. */
export function contentTexts<F extends Fields>(fields: F, content: ContentOf<F>): string[] {
  return Object.entries(fields).flatMap(([name, field]) => field.texts(content[name])).filter((text) => text !== '');
}

/** Names that the file leaves out stay empty; names that the type does not know are refused. */
export function contentFromPortable<F extends Fields>(fields: F, values: unknown, portable: Portable): ContentOf<F> {
  const given = z.record(z.string(), z.unknown()).parse(values ?? {});
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(fields, name));
  if (unknown.length > 0) throw new Unprocessable([{ field: portable.at, message: `There is no field ${unknown.join(', ')}.` }]);

  return mapFields(fields, (field, name) => (
    given[name] === undefined ? structuredClone(field.empty) : field.fromPortable(given[name], portable.within(name))
  )) as ContentOf<F>;
}

/** Names that the form does not have keep what was stored, or start empty. Never throws: the context gathers problems. */
export function readFields<F extends Fields>(fields: F, form: FormValues, prefix: string, stored: unknown, at: FormContext): ContentOf<F> {
  const before = (typeof stored === 'object' && stored !== null ? stored : {}) as Content;
  return mapFields(fields, (field, name) => (
    field.fromForm(form, prefix === '' ? name : `${prefix}.${name}`, Object.hasOwn(before, name) ? before[name] : undefined, at.within(name))
  )) as ContentOf<F>;
}

/**
 * A form read leniently: `content` always has a value for every field, the stored one where nothing could be made of what
 * was typed. That stands in `typed`, for printing the form again, with a sentence each in `problems`.
 * `stored`: the very text that the form was printed from, or blocks that were shown locked would be lost.
 */
export function readContent<F extends Fields>(
  fields: F, form: FormValues, prefix: string, stored: unknown, { may }: { may: (permission: string) => boolean },
): FormReading & { content: ContentOf<F> } {
  const reading = formReading(may);
  return { ...reading, content: readFields(fields, form, prefix, stored, prefix === '' ? reading.context : reading.context.within(prefix)) };
}

/** The same, strictly. @throws Unprocessable with the problems */
export function contentFromForm<F extends Fields>(
  fields: F, form: FormValues, prefix: string, stored: unknown, options: { may: (permission: string) => boolean },
): ContentOf<F> {
  const reading = readContent(fields, form, prefix, stored, options);
  checkReading(reading);
  return reading.content;
}

/** @throws Unprocessable with one problem per field, paths as in `body.3.text`. */
export function parseContent<T>(schema: z.ZodType<T>, content: unknown): T {
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  throw new Unprocessable(result.error.issues.map(toProblem));
}

function toProblem(issue: z.core.$ZodIssue): Problem {
  return { field: issue.path.join('.'), message: issue.message };
}

function mapFields(fields: Fields, change: (field: Field<unknown>, name: string) => unknown): Content {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, change(field, name)]));
}

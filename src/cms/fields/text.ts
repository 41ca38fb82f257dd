import { z } from 'zod';
import type { Field, Weight } from '../field';
import { readText } from './from-form';
import { parsePortable } from './from-portable';
import { cleanLine, DRAFT_LENGTH, emptyAsNull, plainText } from './plain-text';

export interface TextOptions {
  label: string;
  /** In characters; counted in the form, checked when publishing. */
  max: number;
  required?: boolean;
  multiline?: boolean;
  help?: string;
  weight?: Weight | null;
  /** What a filled-in text has to look like, and the sentence for one that does not. */
  pattern?: { regex: RegExp; message: string };
}

export interface TextField extends Field<string> {
  readonly max: number;
  readonly required: boolean;
}

/** Plain text of one line, or of several (`multiline`). */
export function text(options: TextOptions): TextField {
  const line = options.multiline ? plainText() : plainText().overwrite(cleanLine);
  const draft = line.max(DRAFT_LENGTH, 'This text is too long to be stored.');
  const { pattern } = options;
  return {
    kind: options.multiline ? 'multiline-text' : 'text',
    label: options.label,
    help: options.help ?? null,
    weight: options.weight === undefined ? 'C' : options.weight,
    max: options.max,
    required: options.required ?? false,
    schema: line.trim()
      .min(options.required ? 1 : 0, 'This cannot be empty.')
      .max(options.max, `At most ${options.max} characters.`)
      .refine((value) => value === '' || !pattern || pattern.regex.test(value), pattern?.message ?? ''),
    draft,
    empty: '',
    texts: (value) => (value === '' ? [] : [value]),
    mapReferences: (value) => value,
    fromPortable: (value, portable) => parsePortable(draft, value, portable),
    fromForm: (form, name, stored, at) => readText(draft, { form, name, stored, empty: '', at }),
  };
}

/** A mail address, or null. */
export function email(options: { label: string; required?: boolean; help?: string }): Field<string | null> {
  const draft = emptyAsNull(plainText().overwrite(cleanLine).max(DRAFT_LENGTH).nullable());
  const address = z.email('This is not a mail address.').max(254);
  return {
    kind: 'email',
    label: options.label,
    help: options.help ?? null,
    weight: null,
    schema: emptyAsNull(address.nullable().refine((value) => value !== null || !options.required, 'A mail address is needed here.')),
    draft,
    empty: null,
    texts: () => [],
    mapReferences: (value) => value,
    fromPortable: (value, portable) => parsePortable(draft, value, portable),
    fromForm: (form, name, stored, at) => readText(draft, { form, name, stored, empty: null, at }),
  };
}

import type { Field } from '../field';
import { readText } from './from-form';
import { parsePortable } from './from-portable';
import { cleanLine, emptyAsNull, plainText } from './plain-text';

export interface UrlOptions {
  label: string;
  required?: boolean;
  help?: string;
  /** What else it has to be, and the sentence for one that is not. */
  check?: { test: (url: string) => boolean; message: string };
}

/** An address on the web (http or https), or null. For links inside the site use `link`. */
export function url(options: UrlOptions): Field<string | null> {
  const { check } = options;
  const line = plainText().overwrite(cleanLine).max(2000, 'This address is too long.').nullable();
  const strict = line
    .refine((value) => value !== null || !options.required, 'An address is needed here.')
    .refine((value) => value === null || isWebAddress(value), 'This is not an address that begins with https:// or http://.')
    .refine((value) => value === null || !check || !isWebAddress(value) || check.test(value), check?.message ?? '');
  return {
    kind: 'url',
    label: options.label,
    help: options.help ?? null,
    weight: null,
    schema: emptyAsNull(strict),
    draft: emptyAsNull(line),
    empty: null,
    texts: () => [],
    mapReferences: (value) => value,
    fromPortable: (value, portable) => parsePortable(emptyAsNull(line), value, portable),
    fromForm: (form, name, stored, at) => readText(emptyAsNull(line), { form, name, stored, empty: null, at }),
  };
}

export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/?#]/i.test(text) && !/\s/.test(text) && URL.canParse(text);
}

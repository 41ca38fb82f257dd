import type { Field } from '../field';
import { readText } from './from-form';
import { parsePortable } from './from-portable';
import { cleanLine, emptyAsNull, plainText } from './plain-text';

export interface ReferenceField extends Field<string | null> {
  readonly kinds: readonly string[];
}

/** One thing of the kinds named, as its URI: `rfc:9110`, `person:mara-lindqvist`, `page:42`. */
export function reference(options: { label: string; kinds: readonly [string, ...string[]]; required?: boolean; help?: string }): ReferenceField {
  const draft = emptyAsNull(
    plainText().overwrite(cleanLine).max(500, 'This is too long for a reference.')
      .refine((uri) => isOfKind(uri, options.kinds), `This has to be a reference to ${options.kinds.join(' or ')}.`)
      .nullable(),
  );
  return {
    kind: 'reference',
    label: options.label,
    help: options.help ?? null,
    weight: null,
    kinds: options.kinds,
    schema: draft.refine((value) => value !== null || !options.required, 'Something has to be chosen here.'),
    draft,
    empty: null,
    texts: () => [],
    mapReferences: (value, change) => value && change(value),
    fromPortable: (value, portable) => parsePortable(draft, value, portable),
    fromForm: (form, name, stored, at) => readText(draft, { form, name, stored, empty: null, at }),
  };
}

function isOfKind(uri: string, kinds: readonly string[]): boolean {
  const colon = uri.indexOf(':');
  return kinds.includes(uri.slice(0, colon)) && /^\S+$/.test(uri.slice(colon + 1));
}

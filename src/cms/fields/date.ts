import { z } from 'zod';
import type { Field } from '../field';
import { readText } from './from-form';
import { parsePortable } from './from-portable';
import { emptyAsNull } from './plain-text';

/** A calendar day as `2025-02-04`, or null. A day has no time zone. */
export function date(options: { label: string; required?: boolean; help?: string }): Field<string | null> {
  const draft = emptyAsNull(z.iso.date('This is not a day of the calendar.').nullable());
  return {
    kind: 'date',
    label: options.label,
    help: options.help ?? null,
    weight: null,
    schema: draft.refine((value) => value !== null || !options.required, 'A date is needed here.'),
    draft,
    empty: null,
    texts: () => [],
    mapReferences: (value) => value,
    fromPortable: (value, portable) => parsePortable(draft, value, portable),
    fromForm: (form, name, stored, at) => readText(draft, { form, name, stored, empty: null, at }),
  };
}

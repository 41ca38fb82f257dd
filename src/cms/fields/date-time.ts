import { z } from 'zod';
import type { Field } from '../field';
import { parsePortable } from './from-portable';
import { emptyAsNull } from './plain-text';

/** An instant in UTC as `2025-02-04T10:00:00Z`, or null. The form shows it in the editor's own zone. */
export function dateTime(options: { label: string; required?: boolean; help?: string }): Field<string | null> {
  const draft = emptyAsNull(z.iso.datetime('This is not a date and time in UTC.').nullable());
  return {
    kind: 'date-time',
    label: options.label,
    help: options.help ?? null,
    weight: null,
    schema: draft.refine((value) => value !== null || !options.required, 'A date and time is needed here.'),
    draft,
    empty: null,
    texts: () => [],
    mapReferences: (value) => value,
    fromPortable: (value, portable) => parsePortable(draft, value, portable),
  };
}

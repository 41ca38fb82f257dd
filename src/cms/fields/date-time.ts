import { z } from 'zod';
import { instantOfLocal, localTime } from '../../platform/local-time';
import type { Field } from '../field';
import { accepted, type Reading } from './from-form';
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
    fromForm: (form, name, stored, at) => readInstant(draft, { form, name, stored, empty: null, at }),
  };
}

/** `.stored` is what the form was printed from: as long as the time beside it still says the same, it stays to the millisecond. */
function readInstant(draft: z.ZodType<string | null>, { form, name, stored, at }: Reading<string | null>): string | null {
  const typed = form.get(name)?.trim();
  const before = stored ?? null;
  if (typed === undefined) return before;
  if (typed === '') return null;

  const zone = form.get(`${name}.zone`) ?? 'UTC';
  const printed = draft.safeParse(form.get(`${name}.stored`) ?? '').data ?? null;
  if (printed !== null && localTime(zone, new Date(printed)) === typed) return printed;
  const instant = instantOfLocal(zone, typed);
  return accepted(draft, instant?.toISOString().replace('.000Z', 'Z') ?? 'nonsense', before, at, typed);
}

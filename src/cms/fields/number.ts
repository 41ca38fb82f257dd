import { z } from 'zod';
import type { Field } from '../field';
import { accepted } from './from-form';
import { parsePortable } from './from-portable';

export interface NumberField extends Field<number> {
  readonly min: number;
  readonly max: number;
}

/** A whole number; `decimals: true` allows others. Null where there may be none: `optional(number(…))`. */
export function number(options: {
  label: string; min?: number; max?: number; decimals?: boolean; empty?: number; help?: string;
}): NumberField {
  const { min = 0, max = 2_147_483_647 } = options;
  const any = z.number('This has to be a number.');
  const draft = options.decimals ? any : any.int('This has to be a whole number.');
  return {
    kind: 'number',
    label: options.label,
    help: options.help ?? null,
    weight: null,
    min,
    max,
    schema: draft.min(min, `Not less than ${min}.`).max(max, `Not more than ${max}.`),
    draft,
    empty: options.empty ?? min,
    texts: () => [],
    mapReferences: (value) => value,
    fromPortable: (value, portable) => parsePortable(draft, value, portable),
    fromForm(form, name, stored, at) {
      const typed = form.get(name)?.trim();
      const before = stored ?? options.empty ?? min;
      if (typed === undefined || typed === String(stored)) return before;
      return accepted(draft, NUMBER.test(typed) ? Number(typed) : null, before, at, typed);
    },
  };
}

/** Not what `Number` takes: an empty text would be 0, and `0x10` sixteen. */
const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

import { z } from 'zod';
import type { Field } from '../field';
import { parsePortable } from './from-portable';

export interface Choice<V extends string | number> {
  readonly value: V;
  readonly label: string;
}

export interface ChoiceField<V extends string | number> extends Field<V> {
  readonly choices: readonly Choice<V>[];
}

/** One of a few values: `choice({ label: 'Kind', choices: [{ value: 'note', label: 'Note' }, …] })` is a Field<'note' | …>. */
export function choice<const V extends string | number>(options: {
  label: string; choices: readonly [Choice<V>, ...Choice<V>[]]; empty?: NoInfer<V>; help?: string;
}): ChoiceField<V> {
  const schema = z.literal(options.choices.map((one) => one.value), 'Choose one of the values offered.') as unknown as z.ZodType<V>;
  return {
    kind: 'choice',
    label: options.label,
    help: options.help ?? null,
    weight: null,
    choices: options.choices,
    schema,
    draft: schema,
    empty: options.empty ?? options.choices[0].value,
    texts: () => [],
    mapReferences: (value) => value,
    fromPortable: (value, portable) => parsePortable(schema, value, portable),
    fromForm(form, name, stored, at) {
      const typed = form.get(name);
      const before = stored ?? options.empty ?? options.choices[0].value;
      // a value that is not offered any more may stay: publishing asks for another one
      if (typed === undefined || typed === String(stored)) return before;
      const chosen = options.choices.find(({ value }) => String(value) === typed);
      if (!chosen) at.refuse('Choose one of the values offered.');
      return chosen ? chosen.value : before;
    },
  };
}

import { z } from 'zod';
import type { Field } from '../field';
import { parsePortable } from './from-portable';

/** Yes or no, as a tick box. */
export function boolean(options: { label: string; help?: string; empty?: boolean }): Field<boolean> {
  const schema = z.boolean('This has to be yes or no.');
  return {
    kind: 'boolean',
    label: options.label,
    help: options.help ?? null,
    weight: null,
    schema,
    draft: schema,
    empty: options.empty ?? false,
    texts: () => [],
    mapReferences: (value) => value,
    fromPortable: (value, portable) => parsePortable(schema, value, portable),
    fromForm(form, name, stored) {
      const values = form.all(name);
      return values.length === 0 ? stored ?? options.empty ?? false : values.includes('on');
    },
  };
}

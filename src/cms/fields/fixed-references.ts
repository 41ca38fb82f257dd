import { z } from 'zod';
import type { Field } from '../field';

/**
 * References that a block always makes, whoever placed it: no editor sees them. They are stored like others, so that
 * they are resolved with the page's own and counted as used.
 */
export function fixedReferences(references: readonly string[]): Field<string[]> {
  const schema = z.array(z.string().max(500)).length(references.length).default([...references]) as unknown as z.ZodType<string[]>;
  return {
    kind: 'fixed-references',
    label: '',
    help: null,
    weight: null,
    schema,
    draft: schema,
    empty: [...references],
    texts: () => [],
    mapReferences: (value, change) => value.map(change),
    fromPortable: () => [...references],
    fromForm: (_, __, stored) => stored ?? [...references],
  };
}

import { z } from 'zod';
import type { Field } from '../field';
import { itemsOf } from './from-form';
import { parsePortable } from './from-portable';

export interface ListField<T> extends Field<T[]> {
  readonly of: Field<T>;
  readonly max: number;
}

/** Several of the same, in an order that the editor gives: `list({ label: 'Hosts', of: group({ fields: { … } }) })`. */
export function list<T>(options: { label: string; of: Field<T>; max?: number; min?: number; help?: string }): ListField<T> {
  const { of, max = 100, min = 0 } = options;
  const tooMany = `At most ${max}.`;
  return {
    kind: 'list',
    label: options.label,
    help: options.help ?? null,
    weight: of.weight,
    of,
    max,
    schema: z.array(of.schema, 'This has to be a list.').min(min, `At least ${min}.`).max(max, tooMany),
    draft: z.array(of.draft, 'This has to be a list.').max(max, tooMany),
    empty: [],
    texts: (value) => value.flatMap((item) => of.texts(item)),
    mapReferences: (value, change) => value.map((item) => of.mapReferences(item, change)),
    fromPortable: (value, portable) => parsePortable(z.array(z.unknown()).max(max, tooMany), value, portable)
      .map((item, index) => of.fromPortable(item, portable.within(index))),
    fromForm(form, name, stored, at) {
      const tokens = itemsOf(form, name);
      if (!tokens) return stored ?? [];
      if (tokens.length > max) at.refuse(tooMany);
      return tokens.slice(0, max).map((token, index) => of.fromForm(form, `${name}.${token}`, /^\d+$/.test(token) ? stored?.[Number(token)] : undefined, at.within(index)));
    },
  };
}

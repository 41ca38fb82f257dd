import type { Field } from '../field';
import { emptyAsNull } from './plain-text';
import type { FormValues } from '../form-values';

export interface OptionalField<T> extends Field<T | null> {
  readonly of: Field<T>;
  readonly isOptional: true;
}

export function isOptional(field: Field<unknown>): field is OptionalField<unknown> {
  return 'isOptional' in field;
}

/** The same field, or nothing. An empty text counts as nothing; give `of` as required, so that there is one way to leave it out. */
export function optional<T>(of: Field<T>): OptionalField<T> {
  return {
    ...of,
    of,
    isOptional: true,
    schema: emptyAsNull(of.schema.nullable()),
    draft: emptyAsNull(of.draft.nullable()),
    empty: null,
    texts: (value) => (value === null ? [] : of.texts(value)),
    mapReferences: (value, change) => (value === null ? null : of.mapReferences(value, change)),
    fromPortable: (value, portable) => (value === null ? null : of.fromPortable(value, portable)),
    fromForm(form, name, stored, at) {
      const there = isThere(of, form, name);
      if (there === undefined) return stored ?? null;
      if (!there) return null;
      const value = of.fromForm(form, name, stored ?? undefined, at);
      return !stored && JSON.stringify(value) === JSON.stringify(of.empty) && OF_SEVERAL.has(of.kind) ? null : value;
    },
  };
}

/** Kinds whose controls have names of their own below the field's: they say by themselves when they are empty. */
const OF_SEVERAL = new Set(['image', 'link', 'rich-text', 'cells', 'typed-cells', 'list', 'blocks']);

/** Undefined: the form does not say. */
function isThere(of: Field<unknown>, form: FormValues, name: string): boolean | undefined {
  if (of.kind === 'group') {
    const ticks = form.all(`${name}.present`);
    return ticks.length === 0 ? undefined : ticks.includes('on');
  }
  if (OF_SEVERAL.has(of.kind)) return true;
  const typed = form.get(name);
  return typed === undefined ? undefined : typed.trim() !== '';
}

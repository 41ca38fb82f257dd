import type { Field } from '../field';
import { emptyAsNull } from './plain-text';

export interface OptionalField<T> extends Field<T | null> {
  readonly of: Field<T>;
}

/** The same field, or nothing. An empty text counts as nothing; give `of` as required, so that there is one way to leave it out. */
export function optional<T>(of: Field<T>): OptionalField<T> {
  return {
    ...of,
    of,
    schema: emptyAsNull(of.schema.nullable()),
    draft: emptyAsNull(of.draft.nullable()),
    empty: null,
    texts: (value) => (value === null ? [] : of.texts(value)),
    mapReferences: (value, change) => (value === null ? null : of.mapReferences(value, change)),
    fromPortable: (value, portable) => (value === null ? null : of.fromPortable(value, portable)),
  };
}

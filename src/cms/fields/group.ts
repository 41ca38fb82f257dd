import { contentFromPortable, contentSchema, contentTexts, draftSchema, emptyContent, mapContentReferences, readFields } from '../content';
import type { ContentOf, Field, Fields } from '../field';

export interface GroupField<F extends Fields> extends Field<ContentOf<F>> {
  readonly fields: F;
}

/** Fields that belong together: an item of a list, or a part of a page with a name of its own. */
export function group<F extends Fields>(options: { label?: string; help?: string; fields: F }): GroupField<F> {
  const { fields } = options;
  return {
    kind: 'group',
    label: options.label ?? '',
    help: options.help ?? null,
    weight: null,
    fields,
    schema: contentSchema(fields),
    draft: draftSchema(fields),
    empty: emptyContent(fields),
    texts: (value) => contentTexts(fields, value),
    mapReferences: (value, change) => mapContentReferences(fields, value, change),
    fromPortable: (value, portable) => contentFromPortable(fields, value, portable),
    fromForm: (form, name, stored, at) => readFields(fields, form, name, stored, at),
  };
}

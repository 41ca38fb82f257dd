import type { ReferenceKind } from '../../cms/reference-kind';
import { personSchema } from './person';

/** `person:mara-lindqvist` prints as the name. `data` is the `Person`. */
export const personKind: ReferenceKind = {
  kind: 'person',
  label: 'Person',
  inline: 'link',
  bibliographic: false,
  parseKey: (key) => (/^[a-z0-9][a-z0-9-]{0,100}$/.test(key) ? key : undefined),
  select: {
    sql: `select 'person' as kind, h.slug as key,
        jsonb_build_object('slug', h.slug, 'name', h.name, 'role', h.role, 'about', h.about, 'invented', h.invented) as data
      from people h where h.slug = any(?::text[])`,
    bindings: (keys) => [keys],
  },
  target(key, row) {
    const person = personSchema.parse(row);
    return { kind: 'person', key, label: person.name, title: null, url: null, detail: person.role, data: person, inner: [] };
  },
};

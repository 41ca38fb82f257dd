import { z } from 'zod';
import { encodePath } from '../../cms/addresses/path';
import { urlOf } from '../../cms/pages/page';
import type { ReferenceKind } from '../../cms/reference-kind';
import { personSearch } from '../search/person-search';
import { personSchema } from './person';
import { personCompletion } from './person-completion';

const row = z.object({ person: personSchema, path: z.string().nullable() });

/** `person:mara-lindqvist` prints as the name; who holds a role has a page below the list of people. `data` is the `Person`. */
export const personKind: ReferenceKind = {
  kind: 'person',
  label: 'Person',
  inline: 'link',
  missing: 'somebody',
  bibliographic: false,
  parseKey: (key) => (/^[a-z0-9][a-z0-9-]{0,100}$/.test(key) ? key : undefined),
  search: personSearch,
  select: {
    sql: `select 'person' as kind, h.slug as key, jsonb_build_object('path', path_of_person(h.slug, ?), 'person', jsonb_build_object(
        'slug', h.slug, 'name', h.name, 'role', h.role, 'about', h.about, 'invented', h.invented)) as data
      from people h where h.slug = any(?::text[])`,
    bindings: (keys, now) => [now, keys],
  },
  complete: personCompletion,
  target(key, data) {
    const { person, path } = row.parse(data);
    const url = path === null ? null : urlOf(encodePath(path));
    return { kind: 'person', key, label: person.name, title: null, url, detail: person.role, data: person, inner: [] };
  },
};

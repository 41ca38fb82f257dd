import type { ReferenceKind } from '../../cms/reference-kind';
import { groupSearch } from '../search/group-search';
import { groupCompletion } from './standards-completion';
import { groupLine, groupSchema, groupUrl } from './group';

/** `group:quic`: the acronym is the key, here and on the Datatracker. `data` is the `Group`. */
export const groupKind: ReferenceKind = {
  kind: 'group',
  label: 'Group',
  inline: 'chip',
  bibliographic: false,
  parseKey(key) {
    const acronym = key.toLowerCase();
    return /^[a-z0-9][a-z0-9-]{0,39}$/.test(acronym) ? acronym : undefined;
  },
  search: groupSearch,
  select: {
    sql: `select 'group' as kind, g.acronym as key, jsonb_build_object('acronym', g.acronym, 'name', g.name, 'type', g.type, 'state', g.state,
        'area', g.area, 'list', g.list_email, 'description', g.description) as data
      from groups g where g.acronym = any(?::text[])`,
    bindings: (keys) => [keys],
  },
  complete: groupCompletion,
  target(key, row) {
    const group = groupSchema.parse(row);
    return { kind: 'group', key, label: group.acronym, title: group.name, url: groupUrl(group.acronym), detail: groupLine(group), data: group, inner: [] };
  },
};

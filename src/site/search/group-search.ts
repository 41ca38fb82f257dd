import type { ReferenceSearch } from '../../cms/reference-kind';
import type { Group } from '../standards/group';
import { groupBox } from '../standards/record-box';

/**
 * Groups are found by acronym and name. Only one that works today is meant by its bare acronym: "http" or "json" of a reader is
 * not the group that closed years ago.
 */
export const groupSearch: ReferenceSearch = {
  sql: `
    select g.acronym as key, g.name as title,
      case when g.state = 'Active' then array[g.acronym] else '{}' end || array[g.acronym || ' ' || lower(g.type), g.acronym || ' wg'] as names,
      g.description as summary, concat_ws(' . ', g.acronym, g.type, g.area) as keywords, '' as body, '{}'::text[] as terms, null::date as date,
      case when g.state = 'Active' then 'current' else g.state end as status, (case when g.state = 'Active' then 0.8 else 0.3 end)::real as boost
    from groups g`,
  home: null,
  box: ({ data }) => groupBox(data as Group),
};

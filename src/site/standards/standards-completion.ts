import type { ReferenceCompletion } from '../../cms/reference-kind';
import { hasWords, rankOf } from '../../cms/references/completion';

/** By acronym or name, those that work today first. */
export const groupCompletion: ReferenceCompletion = {
  select(typed) {
    const [name, acronym, rank] = [hasWords('g.name', typed), hasWords('g.acronym', typed), rankOf('g.acronym', typed)];
    return {
      sql: `select 'group' as kind, g.acronym as key, jsonb_build_object('acronym', g.acronym, 'name', g.name, 'type', g.type, 'state', g.state,
          'area', g.area, 'list', g.list_email, 'description', g.description) as data, ${rank.sql} as rank
        from groups g where ${name.sql} or ${acronym.sql} order by rank desc, (g.state = 'Active') desc, g.acronym limit ?`,
      bindings: [...rank.bindings, ...name.bindings, ...acronym.bindings, typed.limit],
    };
  },
  status: (row) => (isClosed(row) ? 'Closed' : null),
};

function isClosed(row: unknown): boolean {
  return typeof row === 'object' && row !== null && 'state' in row && row.state !== 'Active';
}

/** Any name that a draft can have, and those that our RFCs and pages know. */
export const draftCompletion: ReferenceCompletion = {
  select({ text, beginning, words, limit }) {
    if (text.length < 3) return null;
    const parts = words.map(() => 'd.name like ?').join(' and ');
    return {
      sql: `select 'draft' as kind, d.name as key, 'null'::jsonb as data, (case when d.name like ? then 2 else 1 end)::real as rank
        from (select draft_name as name from rfcs where draft_name is not null union select key from page_references where kind = 'draft') d
        where ${parts} order by rank desc, d.name limit ?`,
      bindings: [beginning, ...words, limit],
    };
  },
  asTyped: (text) => /^(draft(?:-[a-z0-9]+){2,}?)(?:-\d\d)?$/.exec(text.toLowerCase())?.[1],
};

/** "BCP 14", "14", "std9": a number of the series. */
export function seriesCompletion(kind: string): ReferenceCompletion {
  const prefix = kind.toUpperCase();
  const written = new RegExp(`^(?:${kind})?[\\s:#-]*0*([1-9]\\d{0,3})$`, 'i');
  return {
    select({ text, limit }) {
      const digits = written.exec(text)?.[1];
      if (digits === undefined) return null;
      return {
        sql: `select '${kind}' as kind, m.number::text as key, m.data, (case when m.number = ?::int then 3 else 2 end)::real as rank from (
            select s.number, jsonb_agg(jsonb_build_object('number', r.number, 'title', r.title, 'status', r.status, 'date', to_char(r.published_on, 'YYYY-MM-DD'),
              'authors', to_jsonb(r.authors), 'seriesTitle', s.title, 'listPath', null) order by r.number) as data
            from rfc_series s join rfcs r on r.series @> array['${prefix} ' || s.number]
            where s.kind = '${prefix}' and s.number::text like ? group by s.number) m
          order by rank desc, m.number limit ?`,
        bindings: [digits, `${digits}%`, limit],
      };
    },
  };
}

import type { ReferenceCompletion } from '../../cms/reference-kind';
import { hasWords, rankOf } from '../../cms/references/completion';

/** By name, everybody who is not hidden: also those without an office, who sign posts. */
export const personCompletion: ReferenceCompletion = {
  people: true,
  select(typed) {
    const [name, rank] = [hasWords('h.name', typed), rankOf('h.name', typed)];
    return {
      sql: `select 'person' as kind, h.slug as key, jsonb_build_object('path', null, 'person', jsonb_build_object(
          'slug', h.slug, 'name', h.name, 'role', h.role, 'about', h.about, 'invented', h.invented)) as data, ${rank.sql} as rank
        from people h where ${name.sql} or h.slug = ? order by rank desc, (h.role is null), lower(h.name), h.slug limit ?`,
      bindings: [...rank.bindings, ...name.bindings, typed.text.toLowerCase(), typed.limit],
    };
  },
};

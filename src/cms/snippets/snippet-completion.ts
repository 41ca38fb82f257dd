import type { ReferenceCompletion } from '../reference-kind';
import { hasWords, rankOf } from '../references/completion';

/** Snippets of one type by title. `data`: the jsonb that the kind's own select has, of the snippet `s`. */
export function snippetCompletion(type: string, data = 's.content'): ReferenceCompletion {
  return {
    select(typed) {
      const [title, rank] = [hasWords('s.title', typed), rankOf('s.title', typed)];
      return {
        sql: `select s.type as kind, s.key, ${data} as data, ${rank.sql} as rank from snippets s where s.type = ? and (${title.sql} or s.key = ?)
          order by rank desc, lower(s.title), s.id limit ?`,
        bindings: [...rank.bindings, type, ...title.bindings, typed.text.toLowerCase(), typed.limit],
      };
    },
  };
}

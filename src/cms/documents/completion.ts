import type { ReferenceCompletion } from '../reference-kind';
import { hasWords, rankOf } from '../references/completion';
import { DOCUMENT_FACTS } from './reference-sql';

/** By title or file name; nothing typed: the newest. Of private ones those whose page somebody may see; none from the trash. */
export const documentCompletion: ReferenceCompletion = {
  select(typed) {
    const [words, rank] = [hasWords('d.words', typed), rankOf('d.title', typed)];
    const seen = typed.visible === 'all' ? { sql: 'true', bindings: [] } : { sql: SEEN, bindings: [typed.now, typed.visible, typed.visible] };
    return {
      sql: `select 'document' as kind, d.id::text as key, ${DOCUMENT_FACTS} as data, ${rank.sql} as rank
        from documents d left join collections c on c.id = d.collection_id left join pages p on p.id = c.page_id
        where d.trashed_at is null and ${words.sql} and ${seen.sql} order by rank desc, d.id desc limit ?`,
      bindings: [...rank.bindings, ...words.bindings, ...seen.bindings, typed.limit],
    };
  },
};

const SEEN = '(c.page_id is null or is_visible(p, ?::timestamptz) or p.id = any(?::int[]) or p.ancestor_ids && ?::int[])';

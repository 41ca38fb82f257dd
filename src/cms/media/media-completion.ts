import type { ReferenceCompletion, Typed } from '../reference-kind';
import { hasWords, rankOf } from '../references/completion';

/** By title, description or file name, the newest first among equals. Of private ones those whose page somebody may see; none from the trash. */
export const imageCompletion: ReferenceCompletion = {
  select(typed) {
    const [words, rank, seen] = [hasWords('i.words', typed), rankOf('i.title', typed), seenBy(typed)];
    return {
      sql: `select 'image' as kind, i.id::text as key, image_facts(i) as data, ${rank.sql} as rank
        from images i where i.trashed_at is null and ${words.sql} and ${seen.sql} order by rank desc, i.id desc limit ?`,
      bindings: [...rank.bindings, ...words.bindings, ...seen.bindings, typed.limit],
    };
  },
};

const OF_SEEN_COLLECTION = `(i.collection_id is null or i.collection_id in (
  select c.id from collections c left join pages p on p.id = c.page_id where c.page_id is null or is_visible(p, ?) or p.id = any(?::int[]) or p.ancestor_ids && ?::int[]))`;

/** Of private ones those whose page somebody may see; `i` is the image. */
export function seenBy({ visible, now }: Pick<Typed, 'visible' | 'now'>): { sql: string; bindings: readonly unknown[] } {
  if (visible === 'all') return { sql: 'true', bindings: [] };
  return { sql: OF_SEEN_COLLECTION, bindings: [now, [...visible], [...visible]] };
}

import { z } from 'zod';
import type { ReferenceCompletion, Typed } from '../reference-kind';
import { escapeLike, hasWords, rankOf } from '../references/completion';

const data = z.object({ state: z.enum(['live', 'live-with-draft', 'draft', 'private', 'expired']) });

const STATES = { live: 'Live', 'live-with-draft': 'Live, edits waiting', draft: 'Draft', private: 'Private', expired: 'Expired' } as const;

/** An address is typed or pasted whole: with the host, and with its final slash. */
function wordsOfPath({ text, words }: Typed): readonly string[] {
  const path = /^(?:https?:\/\/[^/]+)?(\/.*?)\/*$/i.exec(text)?.[1];
  return path === undefined ? words : [`%${escapeLike(path)}%`];
}

/** How far a page is, for those who may see it before readers do. */
const STATE = `case when p.live_revision_id is null then 'draft' when p.expires_at <= ? then 'expired' when p.effective_access <> 'public' then 'private'
  when p.draft_revision_id is not null and p.draft_revision_id <> p.live_revision_id then 'live-with-draft' else 'live' end`;

/** Pages by title or address, drafts too; nothing typed: those saved last. What somebody may neither see as staff nor as a reader is not there. */
export const pageCompletion: ReferenceCompletion = {
  select(typed: Typed) {
    const { siteId, now, visible, limit } = typed;
    const [title, path, rank] = [hasWords('p.title', typed), hasWords('p.path', { ...typed, words: wordsOfPath(typed) }), rankOf('p.title', typed)];
    const roots = visible === 'all' ? [] : [...visible];
    return {
      sql: `select 'page' as kind, p.id::text as key, jsonb_build_object('title', p.title, 'path', p.path, 'summary', p.path, 'image', null, 'imageAlt', null,
          'state', ${STATE}) as data, ${rank.sql} as rank
        from pages p
        where p.site_id = ? and p.trashed_at is null and not p.ancestor_trashed and (${title.sql} or ${path.sql})
          and (? or p.id = any(?::int[]) or p.ancestor_ids && ?::int[] or is_visible(p, ?))
        order by rank desc, (p.live_revision_id is not null) desc, case when ? then 0 else length(p.title) end, p.draft_revision_id desc nulls last, p.id
        limit ?`,
      bindings: [now, ...rank.bindings, siteId, ...title.bindings, ...path.bindings, visible === 'all', roots, roots, now, typed.text === '', limit],
    };
  },
  status: (row) => STATES[data.parse(row).state],
};

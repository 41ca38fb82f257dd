import type { Db } from '../../platform/db/connect';

export interface PartOfBlog {
  kind: 'topic' | 'person';
  key: string;
  changed: Date;
}

const PARTS = `
  select t.kind, t.key, max(p.last_published_at) as changed
  from listing_terms t join pages p on p.id = t.page_id
  where p.parent_id = :blogId and p.type = 'post' and is_visible(p, :now) and (
    t.kind = 'topic' and exists (select from snippets s where s.type = 'topic' and s.key = t.key)
    or t.kind = 'person' and exists (select from people h where h.slug = t.key))
  group by t.kind, t.key order by t.kind, t.key`;

/** Topics and authors that have a public post in a blog, with the day on which the last of these posts changed. */
export async function listPartsOfBlog(db: Db, blogId: number, now: Date): Promise<PartOfBlog[]> {
  const result = await db.raw<{ rows: PartOfBlog[] }>(PARTS, { blogId, now });
  return result.rows;
}

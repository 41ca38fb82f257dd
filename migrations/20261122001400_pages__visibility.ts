import type { Knex } from 'knex';

/**
 * The one visibility rule (rule 4), as a function that PostgreSQL inlines into every query that uses it:
 * the page itself is live and within its dates, nothing above it is trashed, and nothing above it is private.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create function is_visible(page pages, at timestamptz) returns boolean language sql immutable as $$
      select page.live_revision_id is not null
        and page.trashed_at is null
        and not page.ancestor_trashed
        and page.effective_access = 'public'
        and (page.expires_at is null or page.expires_at > at)
    $$`);
  await db.raw(`
    create function image_facts(image images) returns jsonb language sql stable as $$
      select jsonb_build_object(
        'id', image.id, 'hash', image.hash, 'width', image.width, 'height', image.height,
        'alt', image.alt, 'credit', image.credit, 'transparent', image.transparent, 'title', image.title,
        'avif', coalesce((
          select jsonb_agg(renditions.spec order by renditions.spec) from renditions
          where renditions.image_id = image.id and renditions.hash = image.hash and renditions.format = 'avif'
        ), '[]'::jsonb))
      where image.id is not null
    $$`);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop function image_facts(images)');
  await db.raw('drop function is_visible(pages, timestamptz)');
}

import type { Knex } from 'knex';

/**
 * Who may have a file, as a condition that every query over images and documents shares (rule 4 for files): one in no collection, or in
 * one without a page, is everybody's; the others belong to those who may read the collection's page. `gate` is the private part of the
 * tree that the reader may see besides what is public; `previewed` a page that is looked at before its readers see it.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create function may_have_files(collection integer, at timestamptz, gate integer, previewed integer default null) returns boolean language sql stable as $$
      select collection is null or exists (
        select from collections c left join pages p on p.id = c.page_id
        where c.id = collection and (c.page_id is null or is_visible_within(p, at, gate)
          or p.id = previewed and p.trashed_at is null and not p.ancestor_trashed))
    $$`);
  await db.raw(`comment on function may_have_files is 'whether those who have passed this gate may have the files of a collection now'`);
  await db.raw(IMAGE_FACTS.replace('MORE', `, 'altDecision', image.alt_decision,
        'private', exists (select from collections where collections.id = image.collection_id and collections.page_id is not null)`));
  await db.raw(`
    create function open_image_facts(image images, at timestamptz, gate integer, previewed integer default null) returns jsonb language sql stable as $$
      select image_facts(image) where image.trashed_at is null and may_have_files(image.collection_id, at, gate, previewed)
    $$`);
  await db.raw(`comment on function open_image_facts is 'the same for readers: null for what is in the trash or not theirs'`);
}

const IMAGE_FACTS = `
    create or replace function image_facts(image images) returns jsonb language sql stable as $$
      select jsonb_build_object(
        'id', image.id, 'hash', image.hash, 'width', image.width, 'height', image.height,
        'alt', image.alt, 'credit', image.credit, 'transparent', image.transparent, 'title', image.title MORE,
        'avif', coalesce((
          select jsonb_agg(renditions.spec order by renditions.spec) from renditions
          where renditions.image_id = image.id and renditions.hash = image.hash and renditions.format = 'avif'
        ), '[]'::jsonb))
      where image.id is not null
    $$`;

export async function down(db: Knex): Promise<void> {
  await db.raw('drop function open_image_facts(images, timestamptz, integer, integer)');
  await db.raw(IMAGE_FACTS.replace('MORE', ''));
  await db.raw('drop function may_have_files(integer, timestamptz, integer, integer)');
}

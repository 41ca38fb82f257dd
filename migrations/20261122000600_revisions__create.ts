import type { Knex } from 'knex';

/** Every save, for good. A trigger keeps them immutable, whoever connects. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table revisions (
      id integer generated always as identity constraint revisions_pkey primary key,
      page_id integer not null constraint revisions_page_id_fkey references pages on delete cascade,
      title text not null,
      slug text not null,
      common jsonb not null,
      content jsonb not null,
      content_version integer not null,
      note text,
      created_by integer constraint revisions_created_by_fkey references users,
      created_at timestamptz not null
    )`);
  await db.raw('create index revisions_page_id_idx on revisions (page_id, id desc)');
  await db.raw('create index revisions_created_by_idx on revisions (created_by)');
  await db.raw(`
    create function refuse_update() returns trigger language plpgsql as $$
    begin
      raise exception 'rows of % are never changed', tg_table_name using errcode = 'restrict_violation';
    end $$`);
  await db.raw('create trigger revisions_immutable before update on revisions for each row execute function refuse_update()');
  await db.raw('alter table pages add constraint pages_live_revision_id_fkey foreign key (live_revision_id) references revisions');
  await db.raw('alter table pages add constraint pages_draft_revision_id_fkey foreign key (draft_revision_id) references revisions');
}

export async function down(db: Knex): Promise<void> {
  await db.raw('alter table pages drop constraint pages_live_revision_id_fkey, drop constraint pages_draft_revision_id_fkey');
  await db.schema.dropTable('revisions');
  await db.raw('drop function refuse_update()');
}

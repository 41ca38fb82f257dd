import type { Knex } from 'knex';

/**
 * The tree. `slug`, `path` and `ancestor_ids` say where a page stands now; a slug that somebody typed but has not
 * published lives in the draft revision. The facts that descendants inherit (trash, access) are columns, kept for the
 * whole subtree by the action that changes them, so that one query fragment decides what visitors may see.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table pages (
      id integer generated always as identity constraint pages_pkey primary key,
      site_id integer not null constraint pages_site_id_fkey references sites,
      parent_id integer constraint pages_parent_id_fkey references pages,
      ancestor_ids integer[] not null,
      position integer not null default 0,
      type text not null,
      slug text not null,
      path text not null,
      title text not null,
      show_in_menus boolean not null default false,
      live_revision_id integer,
      draft_revision_id integer,
      first_published_at timestamptz,
      last_published_at timestamptz,
      expires_at timestamptz,
      trashed_at timestamptz,
      ancestor_trashed boolean not null default false,
      access text not null default 'public',
      effective_access text not null default 'public',
      locked_at timestamptz,
      locked_by integer constraint pages_locked_by_fkey references users,
      owner_id integer constraint pages_owner_id_fkey references users,
      version integer not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint pages_access_known check (access in ('public', 'signed-in', 'groups', 'password')),
      constraint pages_effective_access_known check (effective_access in ('public', 'signed-in', 'groups', 'password')),
      constraint pages_top_is_root check ((parent_id is null) = (path = '/')),
      constraint pages_live_was_published check (live_revision_id is null or first_published_at is not null)
    )`);
  await db.raw(`create unique index pages_path_key on pages (site_id, path) where trashed_at is null and not ancestor_trashed`);
  await db.raw(`create unique index pages_slug_key on pages (parent_id, slug) where trashed_at is null and not ancestor_trashed`);
  await db.raw('create index pages_parent_id_idx on pages (parent_id, position)');
  await db.raw('create index pages_ancestor_ids_idx on pages using gin (ancestor_ids)');
  await db.raw('create index pages_site_id_type_idx on pages (site_id, type)');
  await db.raw('create index pages_live_revision_id_idx on pages (live_revision_id)');
  await db.raw('create index pages_draft_revision_id_idx on pages (draft_revision_id)');
  await db.raw('create index pages_locked_by_idx on pages (locked_by)');
  await db.raw('create index pages_owner_id_idx on pages (owner_id)');
  await db.raw('create index pages_title_trgm_idx on pages using gin (title gin_trgm_ops)');
  await db.raw('create index pages_path_trgm_idx on pages using gin (path gin_trgm_ops)');
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('pages');
}

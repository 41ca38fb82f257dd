import type { Knex } from 'knex';

/** What editing needs beside pages and revisions: nothing here is ever seen by readers. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table working_copies (
      page_id integer not null constraint working_copies_page_id_fkey references pages on delete cascade,
      user_id integer not null constraint working_copies_user_id_fkey references users on delete cascade,
      base_revision_id integer constraint working_copies_base_revision_id_fkey references revisions,
      number integer not null,
      title text not null,
      slug text not null,
      common jsonb not null,
      content jsonb not null,
      content_version integer not null,
      updated_at timestamptz not null,
      constraint working_copies_pkey primary key (page_id, user_id)
    )`);
  await db.raw('create index working_copies_user_id_idx on working_copies (user_id, updated_at desc)');
  await db.raw('create index working_copies_base_revision_id_idx on working_copies (base_revision_id)');
  await db.raw(`comment on column working_copies.number is 'grows by one with every autosave: a tab with an older number is told'`);
  await db.raw(`
    create table presences (
      page_id integer not null constraint presences_page_id_fkey references pages on delete cascade,
      user_id integer not null constraint presences_user_id_fkey references users on delete cascade,
      since timestamptz not null,
      seen_at timestamptz not null,
      constraint presences_pkey primary key (page_id, user_id)
    )`);
  await db.raw('create index presences_user_id_idx on presences (user_id)');
  await db.raw('create index presences_seen_at_idx on presences (seen_at)');
  await db.raw(`
    create table scheduled_publications (
      id integer generated always as identity constraint scheduled_publications_pkey primary key,
      page_id integer not null constraint scheduled_publications_page_id_fkey references pages on delete cascade,
      revision_id integer not null constraint scheduled_publications_revision_id_fkey references revisions,
      due_at timestamptz not null,
      time_zone text not null,
      state text not null default 'pending',
      attempts integer not null default 0,
      problem text,
      created_by integer constraint scheduled_publications_created_by_fkey references users,
      created_at timestamptz not null,
      finished_at timestamptz,
      constraint scheduled_publications_state_known check (state in ('pending', 'done', 'failed', 'cancelled')),
      constraint scheduled_publications_finished check ((state = 'pending') = (finished_at is null))
    )`);
  await db.raw(`create unique index scheduled_publications_pending_key on scheduled_publications (page_id) where state = 'pending'`);
  await db.raw(`create index scheduled_publications_due_idx on scheduled_publications (due_at) where state = 'pending'`);
  await db.raw('create index scheduled_publications_page_id_idx on scheduled_publications (page_id, id desc)');
  await db.raw('create index scheduled_publications_revision_id_idx on scheduled_publications (revision_id)');
  await db.raw('create index scheduled_publications_created_by_idx on scheduled_publications (created_by)');
  await db.raw(`
    create table preview_links (
      id integer generated always as identity constraint preview_links_pkey primary key,
      page_id integer not null constraint preview_links_page_id_fkey references pages on delete cascade,
      token_hash text not null constraint preview_links_token_hash_key unique,
      created_by integer constraint preview_links_created_by_fkey references users,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      revoked_at timestamptz
    )`);
  await db.raw('create index preview_links_page_id_idx on preview_links (page_id, id desc)');
  await db.raw('create index preview_links_created_by_idx on preview_links (created_by)');
  await db.raw('alter table pages add column review_on date');
  await db.raw('create index pages_review_on_idx on pages (review_on) where review_on is not null');
  // the explorer: one level at a time, in the order that somebody chose
  await db.raw('create index pages_parent_id_title_idx on pages (parent_id, title, id)');
  await db.raw('create index pages_parent_id_changed_idx on pages (parent_id, draft_revision_id desc nulls last, id)');
}

export async function down(db: Knex): Promise<void> {
  for (const index of ['pages_parent_id_changed_idx', 'pages_parent_id_title_idx']) await db.raw('drop index ??', [index]);
  await db.raw('alter table pages drop column review_on');
  for (const table of ['preview_links', 'scheduled_publications', 'presences', 'working_copies']) await db.schema.dropTable(table);
}

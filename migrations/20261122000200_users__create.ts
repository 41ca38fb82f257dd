import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table users (
      id integer generated always as identity constraint users_pkey primary key,
      email text not null,
      name text not null,
      password_hash text,
      active boolean not null default true,
      session_epoch integer not null default 1,
      created_at timestamptz not null,
      last_sign_in_at timestamptz,
      constraint users_email_lower check (email = lower(email))
    )`);
  await db.raw('create unique index users_email_key on users (email)');
  await db.raw(`
    create table user_groups (
      id integer generated always as identity constraint user_groups_pkey primary key,
      key text not null constraint user_groups_key_key unique,
      name text not null,
      description text not null
    )`);
  await db.raw(`
    create table user_group_members (
      group_id integer not null constraint user_group_members_group_id_fkey references user_groups on delete cascade,
      user_id integer not null constraint user_group_members_user_id_fkey references users on delete cascade,
      constraint user_group_members_pkey primary key (group_id, user_id)
    )`);
  await db.raw('create index user_group_members_user_id_idx on user_group_members (user_id)');
  await db.raw(`
    create table grants (
      group_id integer not null constraint grants_group_id_fkey references user_groups on delete cascade,
      verb text not null,
      scope text not null,
      constraint grants_pkey primary key (group_id, verb, scope)
    )`);
  await db.raw(`comment on column grants.scope is '"*" for everything, "page:42" for a page and all below it, "area:media" for an area'`);
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['grants', 'user_group_members', 'user_groups', 'users']) await db.schema.dropTable(table);
}

import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table sites (
      id integer generated always as identity constraint sites_pkey primary key,
      key text not null constraint sites_key_key unique,
      name text not null,
      organisation text not null,
      lang text not null default 'en',
      time_zone text not null default 'UTC',
      is_default boolean not null default false,
      base_url text,
      settings jsonb not null,
      content_version integer not null default 1,
      content_changed_at timestamptz not null,
      created_at timestamptz not null,
      constraint sites_base_url_unless_default check (is_default or base_url is not null)
    )`);
  await db.raw('create unique index sites_default_key on sites (is_default) where is_default');
  await db.raw(`comment on column sites.base_url is 'null for the default site: PUBLIC_URL'`);
  await db.raw(`comment on column sites.content_version is 'grows with every change of public output; the key of every cache'`);
  await db.raw(`
    create table site_hosts (
      host text constraint site_hosts_pkey primary key,
      site_id integer not null constraint site_hosts_site_id_fkey references sites on delete cascade,
      constraint site_hosts_host_lower check (host = lower(host))
    )`);
  await db.raw('create index site_hosts_site_id_idx on site_hosts (site_id)');
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('site_hosts');
  await db.schema.dropTable('sites');
}

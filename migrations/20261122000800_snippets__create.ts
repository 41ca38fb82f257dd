import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table snippets (
      id integer generated always as identity constraint snippets_pkey primary key,
      type text not null,
      key text not null,
      title text not null,
      content jsonb not null,
      version integer not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint snippets_type_key_key unique (type, key)
    )`);
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('snippets');
}

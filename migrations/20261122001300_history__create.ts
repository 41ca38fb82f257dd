import type { Knex } from 'knex';

/** Who did what to anything, written in the transaction that did it. Never changed, never deleted by the application. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table history (
      id integer generated always as identity constraint history_pkey primary key,
      at timestamptz not null,
      actor_id integer constraint history_actor_id_fkey references users,
      action text not null,
      object_type text not null,
      object_id text not null,
      site_id integer constraint history_site_id_fkey references sites,
      revision_before integer,
      revision_after integer,
      request_id text,
      remote_address text,
      result text not null default 'done',
      detail jsonb not null default '{}'
    )`);
  await db.raw('create index history_object_idx on history (object_type, object_id, id desc)');
  await db.raw('create index history_at_idx on history (at desc)');
  await db.raw('create index history_actor_id_idx on history (actor_id, id desc)');
  await db.raw('create index history_site_id_idx on history (site_id)');
  await db.raw('create trigger history_immutable before update or delete on history for each row execute function refuse_update()');
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('history');
}

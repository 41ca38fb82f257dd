import type { Knex } from 'knex';

/** The table of connect-pg-simple, logged so that sessions survive a crash, and the one of rate-limiter-flexible. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table sessions (
      sid text constraint sessions_pkey primary key,
      sess json not null,
      expire timestamp(6) not null
    )`);
  await db.raw('create index sessions_expire_idx on sessions (expire)');
  await db.raw(`
    create table rate_limits (
      key text constraint rate_limits_pkey primary key,
      points integer not null default 0,
      expire bigint
    )`);
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('rate_limits');
  await db.schema.dropTable('sessions');
}

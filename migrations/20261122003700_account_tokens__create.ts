import type { Knex } from 'knex';

/**
 * Links that were mailed: to choose a new password, to take up an invitation. The token itself is known to the mail only.
 * A token goes with its first use, so that there is none to use twice.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table account_tokens (
      token_hash text constraint account_tokens_pkey primary key,
      purpose text not null constraint account_tokens_purpose_known check (purpose in ('password-reset', 'invitation')),
      user_id integer not null constraint account_tokens_user_id_fkey references users on delete cascade,
      created_at timestamptz not null,
      expires_at timestamptz not null
    )`);
  await db.raw('create index account_tokens_user_id_idx on account_tokens (user_id, purpose)');
  await db.raw(`alter table users add column time_zone text not null default 'UTC'`);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('alter table users drop column time_zone');
  await db.schema.dropTable('account_tokens');
}

import type { Knex } from 'knex';

/** Asked every five seconds: which live pages have expired. Nearly no page has a date, so the index is nearly empty. */
export async function up(db: Knex): Promise<void> {
  await db.raw('create index pages_expires_at_idx on pages (expires_at) where live_revision_id is not null and expires_at is not null');
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop index pages_expires_at_idx');
}

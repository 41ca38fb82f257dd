import type { Knex } from 'knex';

/** History tells once that a link was followed. */
export async function up(db: Knex): Promise<void> {
  await db.raw('alter table preview_links add column first_used_at timestamptz');
}

export async function down(db: Knex): Promise<void> {
  await db.raw('alter table preview_links drop column first_used_at');
}

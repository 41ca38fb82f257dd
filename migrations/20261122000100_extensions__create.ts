import type { Knex } from 'knex';

/** Typos (nearest pages by name) and accents; both are trusted extensions, so no superuser is needed. */
export async function up(db: Knex): Promise<void> {
  await db.raw('create extension if not exists pg_trgm');
  await db.raw('create extension if not exists unaccent');
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop extension if exists unaccent');
  await db.raw('drop extension if exists pg_trgm');
}

import type { Knex } from 'knex';

/**
 * Where the one public page of a type stands, such as the glossary: what the addresses of terms, people and RFCs begin with. Null when there is none. It assumes one
 * of a type in the whole installation: with a second site that has its own, it needs to know the site that asks.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create function path_of_type(wanted text, at timestamptz) returns text language sql stable as $$
      select p.path from pages p where p.type = wanted and is_visible(p, at) order by p.id limit 1
    $$`);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop function path_of_type(text, timestamptz)');
}

import type { Knex } from 'knex';

/** A new page is made by the first autosave or by saving, whichever arrives, and perhaps twice: the form's own key says that it is the same page. */
export async function up(db: Knex): Promise<void> {
  await db.raw('alter table pages add column creation_key text');
  await db.raw('create unique index pages_creation_key_key on pages (creation_key) where creation_key is not null');
}

export async function down(db: Knex): Promise<void> {
  await db.raw('alter table pages drop column creation_key');
}

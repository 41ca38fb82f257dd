import type { Knex } from 'knex';

/** A document of a private collection is found by nobody, one whose collection's page is public by everybody: asked when somebody searches. */
export async function up(db: Knex): Promise<void> {
  await db.raw('alter table search_documents add column collection_id integer constraint search_documents_collection_id_fkey references collections');
  await db.raw('create index search_documents_collection_id_idx on search_documents (collection_id) where collection_id is not null');
}

export async function down(db: Knex): Promise<void> {
  await db.raw('alter table search_documents drop column collection_id');
}

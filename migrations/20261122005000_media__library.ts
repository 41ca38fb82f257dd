import type { Knex } from 'knex';

/**
 * What a library of images and documents needs besides the files: where they belong and who may have them, what was said of them,
 * who changed them, their former files, the trash. A collection with a page is for the readers of that page.
 * `pending_files` names files that may lie in the store without a row, because they are being written or lost theirs.
 */
export async function up(db: Knex): Promise<void> {
  await createCollections(db);
  await extendImages(db);
  await extendDocuments(db);
  await createFileVersions(db);
  await db.raw(`
    create table pending_files (
      storage_key text constraint pending_files_pkey primary key,
      since timestamptz not null
    )`);
}

async function createCollections(db: Knex): Promise<void> {
  await db.raw(`
    create table collections (
      id integer generated always as identity constraint collections_pkey primary key,
      name text not null constraint collections_name_key unique,
      page_id integer constraint collections_page_id_fkey references pages,
      version integer not null default 1,
      created_at timestamptz not null
    )`);
  await db.raw('create index collections_page_id_idx on collections (page_id)');
  await db.raw(`comment on column collections.page_id is 'who may read this page may have the files; null: everybody'`);
}

async function extendImages(db: Knex): Promise<void> {
  await db.raw(`
    alter table images
      add column filename text not null default '',
      add column alt_decision text,
      add column licence text,
      add column collection_id integer constraint images_collection_id_fkey references collections,
      add column tags text[] not null default '{}',
      add column version integer not null default 1,
      add column created_by integer constraint images_created_by_fkey references users,
      add column updated_at timestamptz,
      add column updated_by integer constraint images_updated_by_fkey references users,
      add column trashed_at timestamptz,
      add column trashed_by integer constraint images_trashed_by_fkey references users,
      add constraint images_alt_decision_known check (alt_decision in ('described', 'decorative', 'each-time')),
      add constraint images_described_in_words check (alt_decision is distinct from 'described' or coalesce(alt, '') <> '')`);
  await db.raw(`update images set filename = name, updated_at = created_at, alt_decision = case when coalesce(alt, '') <> '' then 'described' end`);
  await db.raw(`alter table images alter column filename drop default, alter column updated_at set not null,
    add column words text not null generated always as (lower(title || ' ' || coalesce(alt, '') || ' ' || coalesce(credit, '') || ' ' || name || ' ' || filename)) stored`);
  await db.raw('create index images_words_idx on images using gin (words gin_trgm_ops)');
  await db.raw('create index images_tags_idx on images using gin (tags)');
  await db.raw('create index images_storage_key_idx on images (storage_key)');
  await db.raw('create index images_collection_id_idx on images (collection_id)');
  await db.raw('create index images_created_by_idx on images (created_by)');
  await db.raw('create index images_updated_by_idx on images (updated_by)');
  await db.raw('create index images_trashed_by_idx on images (trashed_by)');
}

async function extendDocuments(db: Knex): Promise<void> {
  await db.raw(`
    alter table documents
      add column text text,
      add column text_state text not null default 'waiting',
      add column collection_id integer constraint documents_collection_id_fkey references collections,
      add column tags text[] not null default '{}',
      add column version integer not null default 1,
      add column created_by integer constraint documents_created_by_fkey references users,
      add column updated_at timestamptz,
      add column updated_by integer constraint documents_updated_by_fkey references users,
      add column trashed_at timestamptz,
      add column trashed_by integer constraint documents_trashed_by_fkey references users,
      add constraint documents_text_state_known check (text_state in ('waiting', 'read', 'none', 'failed'))`);
  await db.raw('update documents set updated_at = created_at');
  await db.raw(`alter table documents alter column updated_at set not null,
    add column words text not null generated always as (lower(title || ' ' || coalesce(description, '') || ' ' || filename)) stored`);
  await db.raw(`alter table documents drop constraint documents_filename_key`);
  await db.raw('create index documents_words_idx on documents using gin (words gin_trgm_ops)');
  await db.raw('create index documents_tags_idx on documents using gin (tags)');
  await db.raw('create index documents_storage_key_idx on documents (storage_key)');
  await db.raw('create index documents_collection_id_idx on documents (collection_id)');
  await db.raw('create index documents_created_by_idx on documents (created_by)');
  await db.raw('create index documents_updated_by_idx on documents (updated_by)');
  await db.raw('create index documents_trashed_by_idx on documents (trashed_by)');
  await db.raw('create index documents_filename_idx on documents (filename)');
  await db.raw('create index documents_sha256_idx on documents (sha256)');
  await db.raw(`comment on column documents.text is 'what the file says, read by a job; null as long as it was not'`);
}

/** Former and present files of images and documents, from 1; the row of the image or document says which is shown. */
async function createFileVersions(db: Knex): Promise<void> {
  await db.raw(`
    create table file_versions (
      id integer generated always as identity constraint file_versions_pkey primary key,
      image_id integer constraint file_versions_image_id_fkey references images on delete cascade,
      document_id integer constraint file_versions_document_id_fkey references documents on delete cascade,
      number integer not null,
      filename text not null,
      mime_type text not null,
      bytes integer not null,
      width integer,
      height integer,
      transparent boolean,
      sha256 text not null,
      storage_key text not null,
      created_at timestamptz not null,
      created_by integer constraint file_versions_created_by_fkey references users,
      constraint file_versions_of_one check (num_nonnulls(image_id, document_id) = 1),
      constraint file_versions_image_id_number_key unique (image_id, number),
      constraint file_versions_document_id_number_key unique (document_id, number)
    )`);
  await db.raw('create index file_versions_storage_key_idx on file_versions (storage_key)');
  await db.raw('create index file_versions_created_by_idx on file_versions (created_by)');
  await db.raw('create index renditions_storage_key_idx on renditions (storage_key)');
  await db.raw(`insert into file_versions (image_id, number, filename, mime_type, bytes, width, height, transparent, sha256, storage_key, created_at)
    select id, 1, filename, mime_type, bytes, width, height, transparent, sha256, storage_key, created_at from images`);
  await db.raw(`insert into file_versions (document_id, number, filename, mime_type, bytes, sha256, storage_key, created_at)
    select id, 1, filename, mime_type, bytes, sha256, storage_key, created_at from documents`);
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('pending_files');
  await db.schema.dropTable('file_versions');
  await db.raw('drop index renditions_storage_key_idx');
  const library = ['words', 'collection_id', 'tags', 'version', 'created_by', 'updated_at', 'updated_by', 'trashed_at', 'trashed_by'];
  await dropColumns(db, 'documents', ['text', 'text_state', ...library]);
  await db.raw('drop index documents_filename_idx, documents_sha256_idx, documents_storage_key_idx');
  await db.raw('alter table documents add constraint documents_filename_key unique (filename)');
  await dropColumns(db, 'images', [...library, 'filename', 'alt_decision', 'licence']);
  await db.raw('drop index images_storage_key_idx');
  await db.schema.dropTable('collections');
}

async function dropColumns(db: Knex, table: string, columns: readonly string[]): Promise<void> {
  await db.schema.alterTable(table, (change) => change.dropColumns(...columns));
}

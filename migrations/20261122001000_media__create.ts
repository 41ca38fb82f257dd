import type { Knex } from 'knex';

/** `images.hash` names what a rendition shows: the content and the point that crops keep. A change of either is a new address. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table images (
      id integer generated always as identity constraint images_pkey primary key,
      name text not null constraint images_name_key unique,
      title text not null,
      alt text,
      credit text,
      mime_type text not null,
      width integer not null,
      height integer not null,
      bytes integer not null,
      sha256 text not null,
      storage_key text not null,
      focal_x real not null default 0.5,
      focal_y real not null default 0.5,
      transparent boolean not null default false,
      hash text not null generated always as (
        left(sha256, 10) || lpad(round(focal_x::numeric * 100)::text, 3, '0') || lpad(round(focal_y::numeric * 100)::text, 3, '0')
      ) stored,
      created_at timestamptz not null,
      constraint images_focal_point_inside check (focal_x between 0 and 1 and focal_y between 0 and 1)
    )`);
  await db.raw('create index images_sha256_idx on images (sha256)');
  await db.raw(`
    create table renditions (
      image_id integer not null constraint renditions_image_id_fkey references images on delete cascade,
      hash text not null,
      spec text not null,
      format text not null,
      width integer not null,
      height integer not null,
      bytes integer not null,
      storage_key text not null,
      created_at timestamptz not null,
      constraint renditions_pkey primary key (image_id, hash, spec, format)
    )`);
  await db.raw(`
    create table documents (
      id integer generated always as identity constraint documents_pkey primary key,
      filename text not null constraint documents_filename_key unique,
      title text not null,
      description text,
      mime_type text not null,
      bytes integer not null,
      sha256 text not null,
      storage_key text not null,
      created_at timestamptz not null
    )`);
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['documents', 'renditions', 'images']) await db.schema.dropTable(table);
}

import type { Knex } from 'knex';

/**
 * The hash in a rendition's address, which caches keep for good, is that of the picture as we keep it, which its key begins with. It was that
 * of the file as it was uploaded, of which another version of the encoder makes something else. Pictures that are kept already lie under the
 * hash of their upload, so that none of their addresses changes.
 */
export async function up(db: Knex): Promise<void> {
  await replaceHash(db, `case when storage_key ~ '^images/[0-9a-f]{64}/' then split_part(storage_key, '/', 2) else sha256 end`);
  await db.raw(`comment on column images.hash is 'of the stored content and the focal point: part of the address of every rendition'`);
}

/** Of pictures that came meanwhile the renditions get other addresses, and are made again. */
export async function down(db: Knex): Promise<void> {
  await replaceHash(db, 'sha256');
}

const HASH = `
    alter table images add column hash text not null generated always as (
      left(CONTENT, 10) || lpad(round(focal_x::numeric * 100)::text, 3, '0') || lpad(round(focal_y::numeric * 100)::text, 3, '0')
    ) stored`;

async function replaceHash(db: Knex, content: string): Promise<void> {
  await db.raw('alter table images drop column hash');
  await db.raw(HASH.replace('CONTENT', content));
}

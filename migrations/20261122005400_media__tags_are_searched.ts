import type { Knex } from 'knex';

/** The library's search looks at tags, too. */
export async function up(db: Knex): Promise<void> {
  // array_to_string is stable, since some types print themselves as the session wants it; texts do not
  await db.raw(`create function tag_words(tags text[]) returns text language sql immutable parallel safe as $$ select array_to_string(tags, ' ') $$`);
  await replaceWords(db, 'images', `${IMAGE} || ' ' || tag_words(tags)`);
  await replaceWords(db, 'documents', `${DOCUMENT} || ' ' || tag_words(tags)`);
}

export async function down(db: Knex): Promise<void> {
  await replaceWords(db, 'images', IMAGE);
  await replaceWords(db, 'documents', DOCUMENT);
  await db.raw('drop function tag_words(text[])');
}

const IMAGE = `title || ' ' || coalesce(alt, '') || ' ' || coalesce(credit, '') || ' ' || name || ' ' || filename`;
const DOCUMENT = `title || ' ' || coalesce(description, '') || ' ' || filename`;

const COLUMN = 'alter table ?? add column words text not null generated always as (lower(WORDS)) stored';

async function replaceWords(db: Knex, table: 'images' | 'documents', words: string): Promise<void> {
  await db.raw('alter table ?? drop column words', [table]);
  await db.raw(COLUMN.replace('WORDS', words), [table]);
  await db.raw('create index ?? on ?? using gin (words gin_trgm_ops)', [`${table}_words_idx`, table]);
}

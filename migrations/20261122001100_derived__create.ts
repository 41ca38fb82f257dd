import type { Knex } from 'knex';

/** What publishing derives from live content, in its transaction (rule 3): references, listing rows, the search row. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table page_references (
      page_id integer not null constraint page_references_page_id_fkey references pages on delete cascade,
      position integer not null,
      kind text not null,
      key text not null,
      fragment text,
      constraint page_references_pkey primary key (page_id, position)
    )`);
  await db.raw('create index page_references_target_idx on page_references (kind, key)');
  await db.raw(`
    create table listings (
      page_id integer constraint listings_pkey primary key constraint listings_page_id_fkey references pages on delete cascade,
      site_id integer not null constraint listings_site_id_fkey references sites,
      type text not null,
      title text not null,
      summary text,
      image_id integer constraint listings_image_id_fkey references images,
      image_alt text,
      date timestamptz not null,
      start_date date,
      end_date date,
      place text,
      status text not null,
      facts jsonb not null
    )`);
  await db.raw('create index listings_date_idx on listings (site_id, type, date desc, page_id desc)');
  await db.raw('create index listings_end_date_idx on listings (site_id, type, end_date, start_date)');
  await db.raw('create index listings_image_id_idx on listings (image_id)');
  await db.raw(`
    create table listing_terms (
      page_id integer not null constraint listing_terms_page_id_fkey references listings on delete cascade,
      position integer not null,
      kind text not null,
      key text not null,
      constraint listing_terms_pkey primary key (page_id, position)
    )`);
  await db.raw('create index listing_terms_target_idx on listing_terms (kind, key)');
  await db.raw(`
    create table search_documents (
      page_id integer constraint search_documents_pkey primary key constraint search_documents_page_id_fkey references pages on delete cascade,
      site_id integer not null constraint search_documents_site_id_fkey references sites,
      title text not null,
      summary text,
      body text not null,
      words tsvector not null generated always as (
        setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', coalesce(summary, '')), 'B')
        || setweight(to_tsvector('english', body), 'C')
      ) stored
    )`);
  await db.raw('create index search_documents_words_idx on search_documents using gin (words)');
  await db.raw('create index search_documents_site_id_idx on search_documents (site_id)');
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['search_documents', 'listing_terms', 'listings', 'page_references']) await db.schema.dropTable(table);
}

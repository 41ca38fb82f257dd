import type { Knex } from 'knex';

/**
 * One row for everything that the search finds, pages and kinds of reference alike. `head` holds the words of title, names,
 * summary and keywords, `words` those and the text's: what has a word in its head is the better answer, and is looked for first.
 * Words stand in both as English stems without accents, and those of the head also as they are written, for what one is still typing.
 */
export async function up(db: Knex): Promise<void> {
  await createConfigurations(db);
  await createFunctions(db);
  await db.raw('create temporary table search_documents_before on commit drop as select page_id, site_id, title, summary, body from search_documents');
  await db.schema.dropTable('search_documents');
  await createDocuments(db);
  await copyPages(db);
  await createPromotions(db);
  await createWords(db);
}

/** Accents are folded before stemming: "Zürich" and "Zurich" are one word. */
async function createConfigurations(db: Knex): Promise<void> {
  await db.raw('create text search configuration site (copy = pg_catalog.english)');
  await db.raw('alter text search configuration site alter mapping for hword, hword_part, word with unaccent, english_stem');
  await db.raw('create text search configuration site_exact (copy = pg_catalog.simple)');
  await db.raw('alter text search configuration site_exact alter mapping for hword, hword_part, word with unaccent, simple');
}

/**
 * `search_text` undoes what the parser would read as one word or as a number: "HTTP/3" as a path, "RFC-9110" as minus 9110.
 * `search_name` is how promoted queries are compared: lower case, no accents, no signs, no article, "http3" as
 * "HTTP/3". `search_key` is how names are: their stems,
 * whatever their order, so that "the hackathon" is called as "Hackathons". `search_query` takes what terms.ts writes; a query of
 * nothing but words such as "the" and "who" is one for just these words. All are immutable as long as their dictionaries are.
 */
async function createFunctions(db: Knex): Promise<void> {
  await db.raw(`create function search_text(text text) returns text language sql immutable parallel safe as $$
    select regexp_replace(translate(text, '/_', '  '), '-(?=\\d)', ' ', 'g')
  $$`);
  await db.raw(`create function search_name(text text) returns text language sql immutable parallel safe as $$
    select regexp_replace(btrim(regexp_replace(regexp_replace(lower(public.unaccent('public.unaccent', text)), '([[:alpha:]]{2})(\\d)', '\\1 \\2', 'g'), '[^[:alnum:]]+', ' ', 'g')), '^(the|an?) (?=.)', '')
  $$`);
  await db.raw(`create function search_key(text text) returns text language sql immutable parallel safe as $$
    select coalesce(nullif(array_to_string(tsvector_to_array(to_tsvector('public.site', public.search_name(text))), ' '), ''), public.search_name(text))
  $$`);
  await db.raw(`create function search_query(query text) returns tsquery language sql immutable parallel safe as $$
    select case when numnode(to_tsquery('public.site', query)) > 0 then to_tsquery('public.site', query) else to_tsquery('public.site_exact', query) end
  $$`);
  await db.raw(`create function search_head(title text, names text[], summary text, keywords text) returns tsvector language sql immutable parallel safe as $$
    select setweight(to_tsvector('public.site', public.search_text(title)), 'A') || setweight(to_tsvector('public.site_exact', public.search_text(title)), 'A')
      || setweight(to_tsvector('public.site_exact', public.search_text(array_to_string(names, ' . '))), 'A')
      || setweight(to_tsvector('public.site', public.search_text(array_to_string(names, ' . '))), 'A')
      || setweight(to_tsvector('public.site', public.search_text(coalesce(summary, '') || ' ' || coalesce(keywords, ''))), 'B')
      || setweight(to_tsvector('public.site_exact', public.search_text(coalesce(summary, '') || ' ' || coalesce(keywords, ''))), 'B')
  $$`);
}

async function createDocuments(db: Knex): Promise<void> {
  await db.raw(`
    create table search_documents (
      kind text not null,
      key text not null,
      page_id integer constraint search_documents_page_id_fkey references pages on delete cascade,
      site_id integer constraint search_documents_site_id_fkey references sites,
      type text not null,
      title text not null,
      names text[] not null,
      name_keys text[] not null,
      summary text,
      keywords text,
      body text not null,
      terms text[] not null,
      year integer,
      date date,
      fades_on date,
      status text not null,
      boost real not null,
      head tsvector not null generated always as (search_head(title, names, summary, keywords)) stored,
      words tsvector not null generated always as (
        search_head(title, names, summary, keywords) || setweight(to_tsvector('public.site', search_text(left(body, 200000))), 'C')
      ) stored,
      constraint search_documents_pkey primary key (kind, key),
      constraint search_documents_page_is_page check ((kind = 'page') = (page_id is not null) and (page_id is null) = (site_id is null))
    )`);
  await db.raw('create unique index search_documents_page_id_key on search_documents (page_id)');
  await db.raw('create index search_documents_site_id_idx on search_documents (site_id)');
  await db.raw('create index search_documents_head_idx on search_documents using gin (head)');
  await db.raw('create index search_documents_words_idx on search_documents using gin (words)');
  await db.raw('create index search_documents_names_idx on search_documents using gin (name_keys)');
}

/**
 * Kinds of reference come in with the next import. Pages are found at once, but what only their content or type knows is missing
 * until they are published again: names, keywords (headings, authors, topics), year, when they fade, and how much their status weighs.
 */
async function copyPages(db: Knex): Promise<void> {
  await db.raw(`
    insert into search_documents (kind, key, page_id, site_id, type, title, names, name_keys, summary, keywords, body, terms, year, date, fades_on, status, boost)
    select 'page', d.page_id, d.page_id, d.site_id, l.type, d.title, '{}', array[search_key(d.title)], d.summary, null, d.body,
      array(select t.kind || ':' || t.key from listing_terms t where t.page_id = d.page_id order by t.position),
      null, l.date::date, null, l.status, 1
    from search_documents_before d join listings l on l.page_id = d.page_id`);
}

async function createPromotions(db: Knex): Promise<void> {
  await db.raw(`
    create table search_promotions (
      id integer generated always as identity constraint search_promotions_pkey primary key,
      site_id integer not null constraint search_promotions_site_id_fkey references sites,
      query text not null,
      target text not null,
      title text,
      text text,
      position integer not null default 0,
      constraint search_promotions_target_key unique (site_id, query, target),
      constraint search_promotions_query_normal check (query = search_name(query) and query <> '' and length(query) <= 255)
    )`);
  await db.raw(`
    create table search_counts (
      site_id integer not null constraint search_counts_site_id_fkey references sites,
      day date not null,
      query text not null,
      searches integer not null,
      hits integer not null,
      constraint search_counts_pkey primary key (site_id, day, query)
    )`);
  await db.raw('create index search_counts_day_idx on search_counts (day)');
}

/** The words of titles and summaries, for those who mistype: written anew now and then, not by publishing. */
async function createWords(db: Knex): Promise<void> {
  await db.raw('create table search_words (word text constraint search_words_pkey primary key, documents integer not null)');
  await db.raw('create index search_words_trgm_idx on search_words using gin (word gin_trgm_ops)');
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['search_words', 'search_counts', 'search_promotions', 'search_documents']) await db.schema.dropTable(table);
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
  await db.raw('drop function search_head(text, text[], text, text)');
  await db.raw('drop function search_query(text)');
  await db.raw('drop function search_key(text)');
  await db.raw('drop function search_name(text)');
  await db.raw('drop function search_text(text)');
  await db.raw('drop text search configuration site_exact');
  await db.raw('drop text search configuration site');
}

import type { Knex } from 'knex';

/**
 * All that the RFC Editor's index says of an RFC. It names groups that nobody has told us of, long closed ones among them, so an
 * acronym needs no row in `groups`; a group known only by its long name keeps that. What the index does not name any more is
 * marked, never deleted: texts go on citing it.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table rfcs
      drop constraint rfcs_group_acronym_fkey,
      add column published_day smallint constraint rfcs_published_day_check check (published_day between 1 and 31),
      add column published_status text,
      add column group_name text,
      add column area text,
      add column keywords text[] not null default '{}',
      add column formats text[] not null default '{}',
      add column pages integer,
      add column doi text,
      add column errata_url text,
      add column stale_since timestamptz`);
  await db.raw('create index rfcs_newest_idx on rfcs (published_on desc, number desc)');
  await db.raw('create index rfc_relations_other_idx on rfc_relations (other)');
  await db.raw(`
    create table rfc_series (
      kind text not null,
      number integer not null,
      title text,
      stale_since timestamptz,
      constraint rfc_series_pkey primary key (kind, number),
      constraint rfc_series_kind_known check (kind in ('BCP', 'STD', 'FYI'))
    )`);
  await db.raw('create table rfc_numbers_not_issued (number integer constraint rfc_numbers_not_issued_pkey primary key)');
  await db.raw(`
    insert into rfc_series (kind, number)
    select distinct split_part(name, ' ', 1), split_part(name, ' ', 2)::integer from rfcs, unnest(series) name`);
}

/** The key to groups comes back only for acronyms that we know, as before. */
export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('rfc_numbers_not_issued');
  await db.schema.dropTable('rfc_series');
  await db.raw('drop index rfc_relations_other_idx');
  await db.raw('drop index rfcs_newest_idx');
  await db.raw('update rfcs set group_acronym = null where group_acronym not in (select acronym from groups)');
  await db.raw(`
    alter table rfcs
      drop column published_day, drop column published_status, drop column group_name, drop column area, drop column keywords,
      drop column formats, drop column pages, drop column doi, drop column errata_url, drop column stale_since,
      add constraint rfcs_group_acronym_fkey foreign key (group_acronym) references groups`);
}

import type { Knex } from 'knex';

/** Facts that others own: RFCs, groups, people. Natural keys, so that a reference survives a new import. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table groups (
      acronym text constraint groups_pkey primary key,
      name text not null,
      type text not null,
      state text not null,
      area text,
      list_email text,
      description text,
      constraint groups_acronym_lower check (acronym = lower(acronym))
    )`);
  await db.raw(`
    create table rfcs (
      number integer constraint rfcs_pkey primary key,
      title text not null,
      status text not null,
      stream text not null,
      published_on date not null,
      authors text[] not null,
      group_acronym text constraint rfcs_group_acronym_fkey references groups,
      draft_name text,
      series text[] not null default '{}',
      abstract text
    )`);
  await db.raw('create index rfcs_group_acronym_idx on rfcs (group_acronym)');
  await db.raw('create index rfcs_series_idx on rfcs using gin (series)');
  await db.raw(`
    create table rfc_relations (
      number integer not null constraint rfc_relations_number_fkey references rfcs on delete cascade,
      relation text not null,
      other integer not null,
      constraint rfc_relations_pkey primary key (number, relation, other),
      constraint rfc_relations_relation_known check (relation in ('obsoletes', 'obsoleted-by', 'updates', 'updated-by'))
    )`);
  await db.raw(`
    create table people (
      slug text constraint people_pkey primary key,
      name text not null,
      role text,
      about text,
      invented boolean not null default false
    )`);
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['people', 'rfc_relations', 'rfcs', 'groups']) await db.schema.dropTable(table);
}

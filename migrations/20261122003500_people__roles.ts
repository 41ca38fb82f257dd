import type { Knex } from 'knex';

/**
 * What people do, in which body, and since when. Staff can hide somebody: that has to hold in every list, feed and search
 * (EXT-10), so `people` is from now on a view without those who are hidden, and only the import writes to the table behind it.
 * No address of anybody gets into it, whoever writes.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw('alter table people rename to all_people');
  await db.raw('alter table all_people rename constraint people_pkey to all_people_pkey');
  await db.raw(`
    alter table all_people
      add column hidden boolean not null default false,
      add constraint all_people_without_addresses check (name || coalesce(role, '') || coalesce(about, '') !~ '[^[:space:]]@[^[:space:]]')`);
  await db.raw('create view people as select slug, name, role, about, invented from all_people where not hidden');
  await db.raw(`
    create table person_roles (
      person_slug text not null constraint person_roles_person_slug_fkey references all_people on update cascade on delete cascade,
      position integer not null,
      title text not null,
      body text,
      group_acronym text constraint person_roles_group_acronym_fkey references groups,
      started_on date,
      ended_on date,
      constraint person_roles_pkey primary key (person_slug, position),
      constraint person_roles_in_order check (ended_on >= started_on)
    )`);
  await db.raw('create index person_roles_group_acronym_idx on person_roles (group_acronym)');
  await db.raw(`
    create function path_of_person(wanted text, at timestamptz) returns text language sql stable as $$
      select path_of_type('people', at) || '/' || h.slug from people h
      where h.slug = wanted and (h.role is not null or exists (select from person_roles r where r.person_slug = h.slug))
    $$`);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop function path_of_person(text, timestamptz)');
  await db.schema.dropTable('person_roles');
  await db.raw('drop view people');
  await db.raw('alter table all_people drop constraint all_people_without_addresses, drop column hidden');
  await db.raw('alter table all_people rename constraint all_people_pkey to people_pkey');
  await db.raw('alter table all_people rename to people');
}

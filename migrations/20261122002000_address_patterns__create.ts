import type { Knex } from 'knex';

/**
 * Families of old addresses, for which the register would need a row each: asked when the register finds nothing. `target`
 * is an own path, an address elsewhere or a reference (`list:{list}`), with the captures of `pattern` and `query` in
 * braces. Positions from 10000 up belong to the seeds and are written anew by them; staff's rules stand before those.
 * `stands_in`: in place of a static tree, so asked only after the mounted ones.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table address_patterns (
      id integer generated always as identity constraint address_patterns_pkey primary key,
      site_id integer not null constraint address_patterns_site_id_fkey references sites on delete cascade,
      position integer not null,
      kind text not null,
      pattern text not null,
      query jsonb not null default '{}',
      status integer not null,
      target text,
      reason text,
      stands_in boolean not null default false,
      note text,
      constraint address_patterns_position_key unique (site_id, position),
      constraint address_patterns_kind_known check (kind in ('exact-query', 'pattern', 'prefix')),
      constraint address_patterns_query_with_its_kind check ((kind = 'exact-query') = (query <> '{}')),
      constraint address_patterns_status_known check (status in (301, 302, 410)),
      constraint address_patterns_target_or_reason check ((status = 410) = (target is null) and (status = 410) = (reason is not null)),
      constraint address_patterns_pattern_clean check (pattern like '/%' and pattern <> '/' and pattern not like '%//%')
    )`);
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('address_patterns');
}

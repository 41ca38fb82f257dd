import type { Knex } from 'knex';

/** Every URL that was ever public (rule 1). `path` is decoded, NFC, case kept, without the final slash. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table addresses (
      site_id integer not null constraint addresses_site_id_fkey references sites,
      path text not null,
      path_folded text not null generated always as (lower(path)) stored,
      kind text not null,
      page_id integer constraint addresses_page_id_fkey references pages,
      target text,
      reason text,
      created_at timestamptz not null,
      constraint addresses_pkey primary key (site_id, path),
      constraint addresses_kind_known check (kind in ('page', 'old', 'redirect', 'gone')),
      constraint addresses_page_or_target check (
        case kind
          when 'page' then page_id is not null and target is null
          when 'old' then page_id is not null and target is null
          when 'redirect' then page_id is null and target is not null
          else target is null and reason is not null
        end
      ),
      constraint addresses_path_clean check (path = '/' or (path like '/%' and path not like '%/' and path not like '%//%'))
    )`);
  await db.raw('create index addresses_path_folded_idx on addresses (site_id, path_folded)');
  await db.raw('create index addresses_page_id_idx on addresses (page_id)');
  await db.raw(`create unique index addresses_live_page_key on addresses (page_id) where kind = 'page'`);
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('addresses');
}

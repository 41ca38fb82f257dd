import type { Knex } from 'knex';

/**
 * Menus, footer and social links of a site, as rows. A `main` item with children of kind `group` is a mega-menu panel.
 * `target` is a reference (`page:42#mission`), an address elsewhere, or `path:/about/liaisons/`: an own address that no
 * page has yet. Whatever does not lead to a public page is not shown.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table navigation_items (
      id integer generated always as identity constraint navigation_items_pkey primary key,
      site_id integer not null constraint navigation_items_site_id_fkey references sites on delete cascade,
      menu text not null,
      parent_id integer constraint navigation_items_parent_id_fkey references navigation_items on delete cascade,
      position integer not null,
      label text not null,
      target text,
      introduction text,
      image text,
      icon text,
      constraint navigation_items_menu_known check (menu in ('main', 'secondary', 'footer', 'bottom', 'legal', 'social'))
    )`);
  await db.raw('create index navigation_items_site_id_idx on navigation_items (site_id, menu, position)');
  await db.raw('create index navigation_items_parent_id_idx on navigation_items (parent_id)');
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('navigation_items');
}

import type { Knex } from 'knex';

/**
 * The explorer walks a level, a subtree or the trash in the order that was asked for and stops after fifty: each order has its index, with
 * what makes it unique at the end. Levels may have thousands of pages, sites tens of thousands. Paths in "C" order are the tree, one
 * subtree after the other, so that "everything below" is one stretch of the index. Titles are compared in small letters.
 */
const PRESENT = 'where trashed_at is null and not ancestor_trashed';

const INDEXES: Readonly<Record<string, string>> = {
  pages_level_position_idx: `(parent_id, position, id) ${PRESENT}`,
  pages_level_title_idx: `(parent_id, lower(title), id) ${PRESENT}`,
  pages_level_changed_idx: `(parent_id, coalesce(draft_revision_id, 0), id) ${PRESENT}`,
  pages_site_path_idx: `(site_id, path collate "C") ${PRESENT}`,
  pages_site_title_idx: `(site_id, lower(title), id) ${PRESENT}`,
  pages_site_changed_idx: `(site_id, coalesce(draft_revision_id, 0), id) ${PRESENT}`,
  pages_trash_idx: '(site_id, trashed_at, id) where trashed_at is not null and not ancestor_trashed',
};

export async function up(db: Knex): Promise<void> {
  await db.raw('drop index pages_parent_id_title_idx');
  await db.raw('drop index pages_parent_id_changed_idx');
  for (const [name, columns] of Object.entries(INDEXES)) await db.raw(['create index', name, 'on pages', columns].join(' '));
}

export async function down(db: Knex): Promise<void> {
  for (const name of Object.keys(INDEXES)) await db.raw('drop index ??', [name]);
  await db.raw('create index pages_parent_id_title_idx on pages (parent_id, title, id)');
  await db.raw('create index pages_parent_id_changed_idx on pages (parent_id, draft_revision_id desc nulls last, id)');
}

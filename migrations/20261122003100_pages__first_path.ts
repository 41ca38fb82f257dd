import type { Knex } from 'knex';

/**
 * FEED-04: the address under which a page was first public, as a reader's address bar shows it, is what feeds know it by
 * for ever. Two pages may have begun at one address, one after the other: the later one gets its id behind it.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw('alter table pages add column first_path text');
  const pages = await db('pages').whereNotNull('first_published_at').orderBy('id').select<{ id: number; site: number; path: string }[]>('id', 'site_id as site', 'path');
  const taken = new Set<string>();
  for (const page of pages) {
    const url = `${page.path.split('/').map(encodeURIComponent).join('/')}/`.replace('//', '/');
    const firstPath = taken.has(`${page.site} ${url}`) ? `${url}#${page.id}` : url;
    taken.add(`${page.site} ${url}`);
    await db('pages').where('id', page.id).update({ first_path: firstPath });
  }
  await db.raw('create unique index pages_first_path_key on pages (site_id, first_path)');
}

export async function down(db: Knex): Promise<void> {
  await db.raw('alter table pages drop column first_path');
}

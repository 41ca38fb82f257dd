import { encodePath } from '../../cms/addresses/path';
import type { SitemapContext, SitemapEntry } from '../../cms/page-type';
import { listRoleHolders } from './queries';

/** A page for each holder of a role; those of invented people are not for search engines. */
export async function peopleSitemap({ db, page }: SitemapContext): Promise<SitemapEntry[]> {
  const people = await listRoleHolders(db);
  return people.filter(({ invented }) => !invented).map(({ slug }) => ({ url: `${page.url}${encodePath(slug)}/`, changed: null }));
}

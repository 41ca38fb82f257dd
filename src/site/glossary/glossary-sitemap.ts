import { encodePath } from '../../cms/addresses/path';
import type { SitemapContext, SitemapEntry } from '../../cms/page-type';
import { listTermChanges } from './sitemap-queries';

/** A page for each term. */
export async function glossarySitemap({ db, page }: SitemapContext): Promise<SitemapEntry[]> {
  const terms = await listTermChanges(db);
  return terms.map(({ key, changed }) => ({ url: `${page.url}${encodePath(key)}/`, changed }));
}

import type { SitemapContext, SitemapEntry } from '../../cms/page-type';
import { authorUrl, topicUrl } from './addresses';
import { listPartsOfBlog } from './sitemap-queries';

/** SYS-01: the lists of topics and authors, where there is something in them. */
export async function blogSitemap({ db, page, now }: SitemapContext): Promise<SitemapEntry[]> {
  const parts = await listPartsOfBlog(db, page.id, now);
  return parts.map(({ kind, key, changed }) => ({ url: kind === 'topic' ? topicUrl(page.url, key) : authorUrl(page.url, key), changed }));
}

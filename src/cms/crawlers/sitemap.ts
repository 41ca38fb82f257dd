import { encodePath } from '../addresses/path';
import type { PageDeps } from '../deps';
import type { SitemapEntry } from '../page-type';
import { urlOf } from '../pages/page';
import { getPageType } from '../registry';
import type { Site } from '../sites/site';
import { listPublicPages } from './queries';

/** https://www.sitemaps.org/protocol.html: of one file. */
const MOST_ENTRIES = 50_000;

declare module '../../platform/http/views' {
  interface Views {
    /** Addresses are absolute, moments as in RFC 3339. */
    'crawlers/sitemap': { entries: readonly { url: string; changed: string | null }[] };
    'crawlers/sitemap-index': { urls: readonly string[] };
  }
}

/** `/sitemap.xml`, and, where that is an index, the files it names: `/sitemap-1.xml` is the first of `parts`. */
export interface Sitemap {
  readonly main: string;
  readonly parts: readonly string[];
}

/** SEO-07: every public page, and what the page types say of the addresses below their own. `most`: entries of one file. */
export async function buildSitemap(deps: Pick<PageDeps, 'db' | 'registry' | 'templates'>, site: Site, now: Date, most = MOST_ENTRIES): Promise<Sitemap> {
  const entries = await listEntries(deps, site.id, now);
  const files = chunks(entries, most).map((chunk) => deps.templates.render('crawlers/sitemap', {
    entries: chunk.map(({ url, changed }) => ({ url: site.baseUrl + url, changed: changed && changed.toISOString().replace('.000Z', 'Z') })),
  }));
  if (files.length === 1) return { main: files[0]!, parts: [] };
  const urls = files.map((_, index) => `${site.baseUrl}/sitemap-${index + 1}.xml`);
  return { main: deps.templates.render('crawlers/sitemap-index', { urls }), parts: files };
}

async function listEntries({ db, registry }: Pick<PageDeps, 'db' | 'registry'>, siteId: number, now: Date): Promise<SitemapEntry[]> {
  const pages = await listPublicPages(db, siteId, now);
  const below: SitemapEntry[] = [];
  for (const { id, title, path, type } of pages) {
    const page = { id, title, url: urlOf(encodePath(path)) };
    below.push(...await getPageType(registry, type).sitemap?.({ db, siteId, page, now }) ?? []);
  }
  const own = pages.map(({ path, lastPublishedAt }) => ({ url: urlOf(encodePath(path)), changed: lastPublishedAt }));
  // a page of its own stands before what a route would answer there
  return [...new Map([...below, ...own].map((entry) => [entry.url, entry])).values()].sort((one, other) => (one.url < other.url ? -1 : 1));
}

/** At least one, empty perhaps. */
function chunks<T>(list: readonly T[], size: number): T[][] {
  const count = Math.max(1, Math.ceil(list.length / size));
  return Array.from({ length: count }, (_, index) => list.slice(index * size, (index + 1) * size));
}

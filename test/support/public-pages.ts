import type { TestSite } from './site';

/** Every public page of a site: type and address. Shallow first, so that the first of a type is a typical one. */
export async function listPublicPages({ deps, siteId }: TestSite): Promise<{ type: string; url: string }[]> {
  const rows = await deps.db('pages').where({ siteId }).whereNotNull('liveRevisionId').orderBy(['path', 'id']).select<{ type: string; path: string }[]>('type', 'path');
  return rows.map(({ type, path }) => ({ type, url: path === '/' ? '/' : `${path}/` }));
}

/** One page of each type, the one with the longest address: a deep page has breadcrumbs, neighbours, references. */
export async function onePagePerType(site: TestSite): Promise<{ type: string; url: string }[]> {
  const pages = await listPublicPages(site);
  return [...new Map(pages.map((page) => [page.type, page])).values()];
}

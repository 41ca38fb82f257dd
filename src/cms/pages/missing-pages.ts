import { encodePath, prefixesOf } from '../addresses/path';
import type { AddressRow } from '../addresses/queries';
import type { PageDeps } from '../deps';
import { listNearestPages } from '../search/queries';
import { wordsOfPath } from '../search/words';
import type { Site } from '../sites/site';
import type { GoneView, Hop, NearPage, NotFoundView } from './error-views';
import { urlOf } from './page';
import { reportUrl } from './page-frame';
import type { PageGone, PageNotFound } from './serve';

const NEAREST = 4;
const MOST_HOPS = 12;

/** What the 404 page offers: how far the path leads, pages of a similar name, the path's words to search for (SYS-04). */
export async function notFoundView(deps: PageDeps & { lostPicture: string }, site: Site, { path, hops, near }: PageNotFound): Promise<NotFoundView> {
  const above = near ? [nearPage(near)] : [];
  const similar = await nearestPages(deps, site, path);
  return {
    path,
    hops: shownHops(path).map((prefix) => hopOf(prefix, hops)),
    suggestedQuery: wordsOfPath(path),
    similar: [...above, ...similar.filter(({ id }) => id !== near?.pageId)],
    supportEmail: site.settings.supportEmail,
    reportUrl: reportUrl((await deps.navigation.get(site.id)).reportForm, urlOf(encodePath(path))),
    picture: deps.lostPicture,
  };
}

/** RFC 9110, section 15.5.11: it was here, and somebody took it away; why, and where to go on. */
export async function goneView(deps: PageDeps, site: Site, { path, hops, reason }: PageGone): Promise<GoneView> {
  const above = hops.filter((hop) => hop.path !== '/').at(-1);
  const parent = above ? [nearPage(above)] : [];
  const similar = await nearestPages(deps, site, path);
  return {
    path, reason,
    near: [...parent, ...similar.filter(({ id }) => id !== above?.pageId)],
    suggestedQuery: wordsOfPath(path),
    supportEmail: site.settings.supportEmail,
  };
}

function nearPage(row: AddressRow): NearPage {
  return { id: row.pageId!, title: row.pageTitle!, path: urlOf(row.path), url: urlOf(encodePath(row.path)) };
}

/** All of a path that somebody may have meant; of an absurd one the beginning and the end. */
function shownHops(path: string): string[] {
  const prefixes = prefixesOf(path);
  return prefixes.length > MOST_HOPS ? [...prefixes.slice(0, MOST_HOPS - 1), path] : prefixes;
}

function hopOf(path: string, hops: PageNotFound['hops']): Hop {
  const row = hops.find((hop) => hop.path === path);
  return { path: urlOf(path), title: row?.pageTitle ?? null, url: row ? urlOf(encodePath(path)) : null, found: row !== undefined };
}

/** Words of less than three letters are like everything, and a path of many words is no name of anything. */
async function nearestPages({ db, now }: PageDeps, site: Site, path: string): Promise<NearPage[]> {
  const words = wordsOfPath(path).split(' ').filter((word) => word.length >= 3).slice(0, 8);
  if (words.length === 0) return [];
  const pages = await listNearestPages(db, { siteId: site.id, words, now: now(), limit: NEAREST });
  return pages.map((page) => ({ id: page.id, title: page.title, path: urlOf(page.path), url: urlOf(encodePath(page.path)) }));
}

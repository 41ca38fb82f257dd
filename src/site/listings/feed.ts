import type { FeedItem } from '../../cms/feeds/feed';
import type { LivePage } from '../../cms/pages/page';
import type { Site } from '../../cms/sites/site';
import type { NamedRow } from './queries';
import { rowUrl, termsOf } from './row';

/** FEED-02: the newest. */
export const FEED_SIZE = 50;

/** A page of a dated list as a feed tells of it: at the date it shows, which later changes do not move (FEED-04). */
export function feedItem(row: NamedRow): FeedItem {
  const names = (kind: string) => termsOf(row, kind).map(({ name }) => name);
  return {
    title: row.title, url: rowUrl(row), guid: row.guid, summary: row.summary,
    authors: names('person'), topics: names('topic'),
    published: row.date, updated: row.lastPublishedAt > row.date ? row.lastPublishedAt : row.date,
  };
}

/** "IETF News & blog – Security & privacy": names in lists of feeds stand alone, so the site's is in it. Never empty. */
export function feedTitle(site: Pick<Site, 'name'>, page: Pick<LivePage, 'title'>, part: string | null = null): string {
  const list = page.title.startsWith(`${site.name} `) ? page.title : `${site.name} ${page.title}`;
  return part === null ? list : `${list} – ${part}`;
}

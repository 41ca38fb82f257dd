import type { Db } from '../../platform/db/connect';
import { encodePath } from '../addresses/path';
import { urlOf, type PageLink } from '../pages/page';
import type { Registry } from '../registry';
import type { FeedLink } from './feed-link';
import { listPagesOfTypes } from './queries';

/** A list of the site, and the feeds and calendars it has. */
export interface PageFeeds {
  readonly page: PageLink;
  readonly feeds: readonly FeedLink[];
}

/** All of the site, the types in the order of the registry, so the blog comes first. One query, and kept for the content version. */
export async function loadSiteFeeds(db: Db, registry: Registry, siteId: number, now: Date): Promise<PageFeeds[]> {
  const types = [...registry.pageTypes.values()].filter((type) => type.feeds !== undefined);
  if (types.length === 0) return [];
  const pages = await listPagesOfTypes(db, siteId, types.map(({ key }) => key), now);
  return types.flatMap((type) => pages.filter((page) => page.type === type.key).map(({ id, title, path, facts }) => {
    const page = { id, title, url: urlOf(encodePath(path)) };
    return { page, feeds: type.feeds!(page, facts) };
  })).filter(({ feeds }) => feeds.length > 0);
}

/** Heads stay small; `/feeds/` names them all. */
const MOST_IN_HEAD = 10;

/** What the head of every page announces: where there are many lists, the first in all forms, of the others RSS and calendars. */
export function headFeeds(lists: readonly PageFeeds[]): readonly FeedLink[] {
  const all = lists.flatMap(({ feeds }) => feeds);
  if (all.length <= MOST_IN_HEAD) return all;
  return lists.flatMap(({ feeds }, index) => feeds.filter(({ format }) => index === 0 || format !== 'atom')).slice(0, MOST_IN_HEAD);
}

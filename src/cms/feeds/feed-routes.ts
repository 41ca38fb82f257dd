import { z } from 'zod';
import type { ShowContext, SubRequest, SubRoute } from '../page-type';
import type { Feed } from './feed';
import { writeFeed } from './write-feed';

/** What the feed at an address holds; null: there is none (404), such as that of an unknown topic (FEED-02). */
export type FeedOf<C> = (context: ShowContext<C>, request: SubRequest) => Promise<Feed | null>;

/** A page's feed in both forms: RSS at `path` (`feed/`, `:topic/feed/`), Atom at `path` + `atom/`. */
export function feedRoutes<C>(path: string, feedOf: FeedOf<C>): SubRoute<C>[] {
  const route = (format: 'rss' | 'atom', address: string): SubRoute<C> => ({
    path: address,
    query: z.object({}),
    async show(context, request) {
      const feed = await feedOf(context, request);
      return feed && writeFeed(context, feed, format);
    },
  });
  return [route('rss', path), route('atom', `${path}atom/`)];
}

import type { FeedFormat, FeedLink } from '../../cms/feeds/feed-link';
import type { PageFeeds } from '../../cms/feeds/site-feeds';

/** A list of the site with its feeds; each in all its forms in one row. */
export interface FeedList {
  readonly title: string;
  readonly url: string;
  readonly feeds: readonly { readonly title: string; readonly links: readonly { readonly text: string; readonly type: FeedFormat; readonly url: string }[] }[];
}

const FORMATS: Readonly<Record<FeedFormat, string>> = { rss: 'RSS', atom: 'Atom', calendar: 'Calendar' };

export function feedLists(lists: readonly PageFeeds[]): FeedList[] {
  return lists.map(({ page, feeds }) => {
    const titles = [...new Set(feeds.map(({ title }) => title))];
    return { title: page.title, url: page.url, feeds: titles.map((title) => ({ title, links: linksOf(feeds, title) })) };
  });
}

function linksOf(feeds: readonly FeedLink[], title: string) {
  return feeds.filter((feed) => feed.title === title).map(({ url, format }) => ({ text: FORMATS[format], type: format, url }));
}

/** A feed or a calendar, as `<head>` and `/feeds/` name it. */
export interface FeedLink {
  /** "IETF news: Security & privacy" */
  readonly title: string;
  /** Root-relative. */
  readonly url: string;
  readonly format: FeedFormat;
}

export type FeedFormat = 'rss' | 'atom' | 'calendar';

export const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  rss: 'application/rss+xml', atom: 'application/atom+xml', calendar: 'text/calendar',
};

/** Both forms of the feed at this address. `url`: root-relative, of its RSS form, with the final slash. */
export function feedLinks({ title, url }: { title: string; url: string }): FeedLink[] {
  return [{ title, url, format: 'rss' }, { title, url: atomUrl(url), format: 'atom' }];
}

/** FEED-04: Atom stands beside RSS. */
export function atomUrl(feedUrl: string): string {
  return `${feedUrl}atom/`;
}

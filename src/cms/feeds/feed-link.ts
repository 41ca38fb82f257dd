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

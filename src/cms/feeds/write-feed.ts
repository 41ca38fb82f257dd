import type { RawAnswer, ShowContext } from '../page-type';
import type { Feed, FeedItem } from './feed';
import { atomUrl, FEED_TYPES } from './feed-link';

/** FEED-02: the newest. */
const MOST = 50;

/** Everything as text without characters that XML forbids, addresses absolute: ready to print. */
export interface FeedView {
  readonly title: string;
  readonly description: string;
  readonly lang: string;
  /** The author of what names none. */
  readonly organisation: string;
  readonly url: string;
  /** Of the form that is written. */
  readonly selfUrl: string;
  readonly updated: DateForms;
  readonly items: readonly FeedItemView[];
}

interface FeedItemView {
  readonly title: string;
  readonly url: string;
  readonly guid: string;
  /** Whether the guid is where the item still is. */
  readonly permanent: boolean;
  readonly summary: string | null;
  readonly authors: readonly string[];
  readonly topics: readonly string[];
  readonly published: DateForms;
  readonly updated: DateForms;
}

/** As RSS (RFC 822, with four digits of year) and Atom (RFC 3339) write a moment. */
interface DateForms {
  readonly rfc822: string;
  readonly iso: string;
}

declare module '../../platform/http/views' {
  interface Views {
    'feeds/rss': FeedView;
    'feeds/atom': FeedView;
  }
}

/** The text of a feed. Its date is that of its newest entry, or of the page it belongs to: never the clock's, so that it stays the same until something changes. */
export function writeFeed({ site, page, render }: Pick<ShowContext<never>, 'site' | 'page' | 'render'>, feed: Feed, format: 'rss' | 'atom'): RawAnswer {
  const items = feed.items.slice(0, MOST);
  const absolute = (url: string): string => new URL(url, site.baseUrl).href;
  const changed = items.length > 0 ? Math.max(...items.map(({ updated }) => updated.getTime())) : page.lastPublishedAt.getTime();
  const body = render.view(`feeds/${format}`, {
    title: xmlText(feed.title),
    description: xmlText(feed.description),
    lang: site.lang,
    organisation: site.organisation,
    url: absolute(feed.url),
    selfUrl: absolute(format === 'atom' ? atomUrl(feed.feedUrl) : feed.feedUrl),
    updated: dateForms(new Date(changed)),
    items: items.map((item) => itemView(item, absolute)),
  });
  return { contentType: FEED_TYPES[format], body };
}

function itemView(item: FeedItem, absolute: (url: string) => string): FeedItemView {
  const { url, guid, published, updated } = item;
  return {
    title: xmlText(item.title),
    url: absolute(url),
    guid: absolute(guid),
    permanent: guid === url,
    summary: item.summary === null ? null : xmlText(item.summary),
    authors: item.authors.map(xmlText),
    topics: item.topics.map(xmlText),
    published: dateForms(published),
    updated: dateForms(updated),
  };
}

/** https://www.w3.org/TR/xml/#charsets: control characters and halves of surrogate pairs may not stand in XML, not even escaped. */
export function xmlText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '');
}

function dateForms(date: Date): DateForms {
  return { rfc822: date.toUTCString().replace('GMT', '+0000'), iso: date.toISOString().replace('.000Z', 'Z') };
}

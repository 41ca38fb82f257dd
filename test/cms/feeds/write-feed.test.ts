import path from 'node:path';
import { parseFeed } from '@rowanmanning/feed-parser';
import type { Feed, FeedItem } from '../../../src/cms/feeds/feed';
import { writeFeed } from '../../../src/cms/feeds/write-feed';
import { Templates } from '../../../src/platform/http/views';

const templates = new Templates({ folders: [path.join(__dirname, '../../../views')], strict: true, cache: true });
const context = {
  site: { baseUrl: 'https://www.example.org', lang: 'en', organisation: 'Example Organisation' },
  page: { lastPublishedAt: new Date('2026-01-02T03:04:05Z') },
  render: { view: templates.render.bind(templates) },
} as unknown as Parameters<typeof writeFeed>[0];

const item: FeedItem = {
  title: 'Old & new <standards>', url: '/blog/new/', guid: '/blog/old/', summary: 'A "summary" with \u0000\u0008control\ud800 characters',
  authors: ['Ada Example', 'Björn Sämple'], topics: ['Security & privacy'],
  published: new Date('2026-05-04T12:00:00Z'), updated: new Date('2026-05-05T12:00:00Z'),
};
const feed: Feed = { title: 'News & views', description: 'All posts', url: '/blog/', feedUrl: '/blog/feed/', items: [item] };

test.each(['rss', 'atom'] as const)('a parser of others reads %s: every word, absolute addresses, the first address as id', (format) => {
  const parsed = parseFeed(writeFeed(context, feed, format).body);
  expect(parsed).toMatchObject({ title: 'News & views', description: 'All posts', language: 'en', url: 'https://www.example.org/blog/' });
  expect(parsed.self).toBe(`https://www.example.org/blog/feed/${format === 'atom' ? 'atom/' : ''}`);
  expect(parsed.items).toHaveLength(1);
  expect(parsed.items[0]).toMatchObject({
    id: 'https://www.example.org/blog/old/', url: 'https://www.example.org/blog/new/', title: 'Old & new <standards>', description: 'A "summary" with control characters',
    published: item.published,
  });
  expect(parsed.items[0]!.categories.map(({ term }) => term)).toEqual(['Security & privacy']);
  expect(parsed.items[0]!.authors.map(({ name }) => name)).toEqual(format === 'rss' ? ['Ada Example, Björn Sämple'] : ['Ada Example', 'Björn Sämple']);
});

test('a guid is a link only where the page still stands there', () => {
  const guid = (url: string) => /<guid[^>]*>/.exec(writeFeed(context, { ...feed, items: [{ ...item, url }] }, 'rss').body)?.[0];
  expect(guid('/blog/old/')).toBe('<guid isPermaLink="true">');
  expect(guid('/blog/new/')).toBe('<guid isPermaLink="false">');
});

test('a feed has the date of its newest entry, an empty one that of its page, never the time of day', () => {
  expect(writeFeed(context, feed, 'rss').body).toContain('<lastBuildDate>Tue, 05 May 2026 12:00:00 +0000</lastBuildDate>');
  expect(writeFeed(context, feed, 'atom').body).toContain('<updated>2026-05-05T12:00:00Z</updated>');
  expect(writeFeed(context, { ...feed, items: [] }, 'atom').body).toContain('<updated>2026-01-02T03:04:05Z</updated>');
});

test('the fifty first are in it', () => {
  const items = Array.from({ length: 60 }, (_, index) => ({ ...item, url: `/blog/${index}/`, guid: `/blog/${index}/` }));
  expect(parseFeed(writeFeed(context, { ...feed, items }, 'rss').body).items).toHaveLength(50);
});

test('the types are the registered ones', () => {
  expect(writeFeed(context, feed, 'rss').contentType).toBe('application/rss+xml');
  expect(writeFeed(context, feed, 'atom').contentType).toBe('application/atom+xml');
});

test('opened in a browser, which prints it as it is, a feed says what it is for', () => {
  for (const format of ['rss', 'atom'] as const) expect(writeFeed(context, feed, format).body.split('\n')[1]).toMatch(/^<!-- This is a feed.* -->$/);
});

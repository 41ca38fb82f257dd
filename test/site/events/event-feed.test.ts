import { parseFeed } from '@rowanmanning/feed-parser';
import request from 'supertest';
import { openEmptySite, type TestSite } from '../../support/site';
import { addExample } from './support';

let now = new Date('2025-02-10T12:00:00Z');

let site: TestSite;
beforeAll(async () => {
  site = await openEmptySite({ now: () => now });
  await addExample(site, '/meeting', 'event-listing');
  await addExample(site, '/meeting/late', 'event', { startDate: '2025-07-19', endDate: '2025-07-25', city: 'Madrid', country: 'ES' });
  now = new Date('2025-02-11T12:00:00Z');
  await addExample(site, '/meeting/soon', 'event', { startDate: '2025-03-15', status: 'postponed' });
});
afterAll(() => site.close());

test.each([['feed/', 'application/rss+xml'], ['feed/atom/', 'application/atom+xml']])('FEED-04: %s has the events of a list, announced last first, with when and where', async (path, type) => {
  const { text } = await request(site.server).get(`/meeting/${path}`).expect(200).expect('Content-Type', `${type}; charset=utf-8`);
  const feed = parseFeed(text);
  expect(feed.items.map(({ title }) => title)).toEqual(['Title soon', 'Title late']);
  expect(feed.items[0]!.description ?? feed.items[0]!.content).toMatch(/^Postponed\. 15 March 2025/);
  expect(feed.items[1]!.description ?? feed.items[1]!.content).toMatch(/^19–25 July 2025, Madrid, Spain\. What happens there/);
  expect(feed.items[1]!.published?.toISOString()).toBe('2025-02-10T12:00:00.000Z');
});

test('calendar and feeds are announced on every page', async () => {
  const { text } = await request(site.server).get('/').expect(200);
  for (const [type, url] of [['text/calendar', '/meeting/events.ics'], ['application/rss+xml', '/meeting/feed/'], ['application/atom+xml', '/meeting/feed/atom/']]) {
    expect(text).toMatch(new RegExp(`<link rel="alternate" type="${type!.replace('+', '\\+')}"[^>]* href="[^"]*${url!.replace('.', '\\.')}"`));
  }
});

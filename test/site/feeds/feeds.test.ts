import { parseFeed } from '@rowanmanning/feed-parser';
import ICAL from 'ical.js';
import request from 'supertest';
import { openSeededSite, type TestSite } from '../../support/site';

const BASE = 'https://www.example.org';
let site: TestSite;
beforeAll(async () => { site = await openSeededSite({ env: { PUBLIC_URL: BASE } }); }, 60_000);
afterAll(() => site.close());

const get = (url: string) => request(site.server).get(url).set('Host', 'www.example.org');

test('/feeds/ names the feeds and calendars of every list that has some, and each can be read by a parser of others', async () => {
  const { text } = await get('/feeds/').expect(200);
  const links = [...text.matchAll(/<a href="([^"]*)" type="([^"]*)">/g)].map(([, url, type]) => ({ url: url!, type: type! }));
  const lists = await site.deps.siteFeeds.get(site.siteId);
  expect(links).toHaveLength(lists.flatMap(({ feeds }) => feeds).length);
  expect(links.length).toBeGreaterThan(4);

  for (const { url, type } of links) {
    const answer = await get(url).buffer(true).expect(200);
    expect([url, answer.headers['content-type']]).toEqual([url, `${type}; charset=utf-8`]);
    await get(url).set('If-None-Match', answer.headers.etag!).expect(304);
    if (type === 'text/calendar') ICAL.parse(answer.text);
    else checkFeed(url, answer.text);
  }
}, 30_000);

function checkFeed(url: string, xml: string): void {
  const { self, title, items } = parseFeed(xml);
  expect([url, self, title]).toEqual([url, BASE + url, expect.stringMatching(/\w/)]);
  for (const { id, url: link, title: name, published } of items) {
    expect([url, id, link, name, published]).toEqual([url, expect.stringContaining(`${BASE}/`), expect.stringContaining(`${BASE}/`), expect.stringMatching(/\w/), expect.any(Date)]);
  }
  expect([url, new Set(items.map(({ id }) => id)).size]).toEqual([url, items.length]);
}

test('the footer of every page leads to it', async () => {
  expect((await get('/').expect(200)).text).toContain('href="/feeds/"');
});

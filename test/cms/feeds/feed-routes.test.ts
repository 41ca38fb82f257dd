import { parseFeed } from '@rowanmanning/feed-parser';
import request from 'supertest';
import { publish } from '../../../src/cms/workflow/publish';
import { trash } from '../../../src/cms/workflow/trash';
import { SYSTEM } from '../../../src/platform/history/record';
import { addPage, openEmptySite, savePage, type TestSite } from '../../support/site';
import { newsPage } from './news.page';

const BASE = 'https://www.example.org';
let site: TestSite;
let storyId: number;
beforeAll(async () => {
  site = await openEmptySite({ more: { pageTypes: [newsPage] }, env: { PUBLIC_URL: BASE } });
  await addPage(site, { path: '/news', type: 'news', title: 'News' });
  storyId = await addPage(site, { path: '/news/story', title: 'Story' });
  await addPage(site, { path: '/news/draft', title: 'Draft', published: false });
});
afterAll(() => site.close());

const get = (url: string) => request(site.server).get(url).set('Host', 'www.example.org');
const feedOf = async (url: string) => parseFeed((await get(url).expect(200)).text);
async function republish(slug: string, title: string): Promise<void> {
  const revisionId = await savePage(site, storyId, { slug, title, content: site.deps.registry.pageTypes.get('standard')!.example });
  await publish(site.deps, SYSTEM, { pageId: storyId, revisionId });
}

test.each([['/news/feed/', 'application/rss+xml; charset=utf-8'], ['/news/feed/atom/', 'application/atom+xml; charset=utf-8']])('%s is a feed of what is public, kept for five minutes', async (url, type) => {
  const { headers } = await get(url).expect(200);
  expect(headers).toMatchObject({ 'content-type': type, 'cache-control': 'public, max-age=300', 'x-robots-tag': 'noindex' });
  const { items } = await feedOf(url);
  expect(items.map(({ title, id }) => [title, id])).toEqual([['Story', `${BASE}/news/story/`]]);
});

test('who has it already is told so', async () => {
  const { headers } = await get('/news/feed/');
  await get('/news/feed/').set('If-None-Match', headers.etag!).expect(304);
  await get('/news/feed/').set('If-Modified-Since', headers['last-modified']!).expect(304);
});

test('without its final slash a feed is one redirect away, and one of nothing is not there', async () => {
  await get('/news/known/feed').expect(301).expect('Location', '/news/known/feed/');
  await get('/news/unknown/feed/').expect(404);
  await get('/news/unknown/feed').expect(404);
  await get('/news/feed/index.md').expect(404);
});

test('an entry keeps its id when its page is corrected and when it moves', async () => {
  const [before] = (await feedOf('/news/feed/')).items;
  await republish('story', 'Story, corrected');
  await republish('other', 'Story, corrected');
  const { items } = await feedOf('/news/feed/');
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ id: before!.id, published: before!.published, title: 'Story, corrected', url: `${BASE}/news/other/` });
});

test('a page that begins where another began has an id of its own', async () => {
  const newId = await addPage(site, { path: '/news/story', title: 'Another story' });
  const ids = (await feedOf('/news/feed/')).items.map(({ id }) => id).sort();
  expect(ids).toEqual([`${BASE}/news/story/`, `${BASE}/news/story/#${newId}`]);
});

test('what went to the trash is in no feed', async () => {
  await trash(site.deps, SYSTEM, { pageId: storyId, reason: 'It was a mistake.' });
  expect((await feedOf('/news/feed/')).items.map(({ title }) => title)).toEqual(['Another story']);
});

test.each(['/', '/news/', '/search/', '/nothing/'])('the head of %s announces the feeds of the site, with their types', async (url) => {
  const { text } = await get(url);
  expect(text).toContain(`<link rel="alternate" type="application/rss+xml" title="News" href="${BASE}/news/feed/">`);
  expect(text).toContain(`<link rel="alternate" type="application/atom+xml" title="News" href="${BASE}/news/feed/atom/">`);
  expect(text).toContain('<link rel="search" type="application/opensearchdescription+xml" title="Test" href="/opensearch.xml">');
});

test('heads stay small: of many lists they name the first ten feeds', async () => {
  for (let index = 0; index < 12; index += 1) await addPage(site, { path: `/news-${index}`, type: 'news', title: `News ${index}` });
  const { text } = await get('/');
  expect(text.match(/type="application\/(?:rss|atom)\+xml"/g)).toHaveLength(10);
  expect(text).toContain(`href="${BASE}/news/feed/atom/"`);
});

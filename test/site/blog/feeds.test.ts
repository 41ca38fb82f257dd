import request from 'supertest';
import type { TestSite } from '../../support/site';
import { add, answerOf, headOf, linksOf, on, openBlogSite } from './blog-site';

let site: TestSite;
const get = (path: string) => request(site.server).get(path);
const itemsOf = (xml: string): string[] => [...xml.matchAll(/<(?:item|entry)>[\s\S]*?<title>Title ([^<]+)</g)].map(([, title]) => title!);
const titleOf = (xml: string): string | undefined => /<title>([^<]*)<\/title>/.exec(xml)?.[1];

beforeAll(async () => {
  site = await openBlogSite();
  await add(site, '/blog', 'blog', { introduction: 'All about it.' }, { title: 'News' });
  for (let day = 1; day <= 28; day += 1) await add(site, `/blog/jan${day}`, 'post', on(`2024-01-${String(day).padStart(2, '0')}`, 'iot'));
  for (let day = 1; day <= 25; day += 1) await add(site, `/blog/feb${day}`, 'post', on(`2024-02-${String(day).padStart(2, '0')}`));
  await add(site, '/blog/mara', 'post', { ...on('2024-03-01', 'security'), introduction: 'Short & good.', authors: [{ person: 'person:mara-lindqvist', role: null }, { person: 'person:tomas-okafor', role: null }] });
  await add(site, '/blog/hidden', 'post', on('2024-04-01', 'security'), { published: false });
}, 60_000);
afterAll(() => site.close());

test('FEED-01: all posts, the newest first, with authors, topics and the date they show', async () => {
  const { text } = await get('/blog/feed/').expect(200).expect('Content-Type', /application\/rss\+xml/);
  expect(itemsOf(text).slice(0, 3)).toEqual(['mara', 'feb25', 'feb24']);
  expect(text).toContain('Short &amp; good.');
  expect(text).toContain('Mara Lindqvist');
  expect(text).toContain('Security &amp; privacy');
  expect(text).toContain('Fri, 01 Mar 2024 12:00:00 +0000');
  expect(text).not.toContain('hidden');
});

test('FEED-02: at most fifty', async () => {
  expect(itemsOf((await get('/blog/feed/')).text)).toHaveLength(50);
});

test.each([
  ['/blog/feed/', 'Test News', 50],
  ['/blog/security/feed/', 'Test News – Security &amp; privacy', 1],
  ['/blog/iot/feed/', 'Test News – Things', 28],
  ['/blog/iab/feed/', 'Test News – IAB', 0],
  ['/blog/author/mara-lindqvist/feed/', 'Test News – Mara Lindqvist', 1],
])('FEED-02: %s is called “%s”, in both forms', async (path, title, count) => {
  for (const address of [path, `${path}atom/`]) {
    const { text } = await get(address).expect(200);
    expect([address, titleOf(text), itemsOf(text).length]).toEqual([address, title, count]);
  }
});

test.each(['/blog/nothing/feed/', '/blog/nothing/feed/atom/', '/blog/author/nobody/feed/', '/blog/feed/feed/'])('FEED-02: %s is not there', async (path) => {
  await get(path).expect(404);
});

test('FEED-03: without the final slash one redirect leads to the feed', async () => {
  expect(await answerOf(site, '/blog/iab/feed')).toEqual([301, '/blog/iab/feed/']);
  expect(await answerOf(site, '/blog/feed/atom')).toEqual([301, '/blog/feed/atom/']);
});

test('PT-10: lists name their feed, on the page and in its head', async () => {
  expect(linksOf(await get('/blog/security/'))).toContain('/blog/security/feed/');
  expect(headOf(await get('/blog/security/')).feeds).toEqual(expect.arrayContaining([expect.stringMatching(/\/blog\/security\/feed\/$/), expect.stringMatching(/\/blog\/security\/feed\/atom\/$/)]));
  expect(headOf(await get('/blog/author/mara-lindqvist/')).feeds).toEqual(expect.arrayContaining([expect.stringMatching(/\/blog\/author\/mara-lindqvist\/feed\/$/)]));
  expect(linksOf(await get('/blog/mara/'))).toContain('/blog/feed/');
});

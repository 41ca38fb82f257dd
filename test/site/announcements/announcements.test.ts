import request from 'supertest';
import type { TestSite } from '../../support/site';
import { add, answerOf, headOf, linksOf, mainOf, openBlogSite } from '../blog/blog-site';

let site: TestSite;
const get = (path: string) => request(site.server).get(path);
const titlesOf = (html: string): string[] => [...html.matchAll(/<h2><a[^>]*>Title ([^<]+)</g)].map(([, title]) => title!);

beforeAll(async () => {
  site = await openBlogSite();
  await add(site, '/section', 'standard');
  await add(site, '/section/news', 'announcement-index', { introduction: 'In short.' }, { title: 'Announcements' });
  for (let day = 22; day >= 1; day -= 1) await add(site, `/section/news/a${day}`, 'announcement', { date: `2024-01-${String(day).padStart(2, '0')}T12:00:00Z`, introduction: `Words of ${day}.` });
  await add(site, '/section/news/twin', 'announcement', { date: '2024-01-22T12:00:00Z' });
  await add(site, '/section/news/hidden', 'announcement', { date: '2024-01-30T12:00:00Z' }, { published: false });
}, 60_000);
afterAll(() => site.close());

test('4.12: are listed newest first, then by id, twenty on a page', async () => {
  const first = await get('/section/news/').expect(200);
  expect(titlesOf(mainOf(first)).slice(0, 3)).toEqual(['twin', 'a22', 'a21']);
  expect(titlesOf(mainOf(first))).toHaveLength(20);
  expect(mainOf(first)).toContain('23 announcements');
  expect(mainOf(first)).toContain('Words of 21.');
  expect(titlesOf(mainOf(await get('/section/news/?page=2').expect(200)))).toEqual(['a3', 'a2', 'a1']);
});

test('LIST-01: pages beyond the end are not there, the first has no number, each has its own address', async () => {
  await get('/section/news/?page=3').expect(404);
  await get('/section/news/?page=zero').expect(404);
  expect(await answerOf(site, '/section/news/?page=1')).toEqual([301, '/section/news/']);
  expect(headOf(await get('/section/news/?page=2'))).toMatchObject({ canonical: expect.stringMatching(/\/section\/news\/\?page=2$/), noindex: false });
});

test('4.12: one has a title as its only h1, its date, its text and its neighbours', async () => {
  const response = await get('/section/news/a5/').expect(200);
  const html = mainOf(response);
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html).toContain('<time datetime="2024-01-05">5 January 2024</time>');
  expect(html).toContain('Words of 5.');
  const neighbours = html.slice(html.indexOf('Announcements before and after'));
  expect(neighbours.indexOf('Title a4<')).toBeLessThan(neighbours.indexOf('Title a6<'));
  expect(linksOf(response)).toEqual(expect.arrayContaining(['/section/news/', '/section/news/feed/']));
});

test('4.12: a date is needed', async () => {
  await expect(add(site, '/section/news/undated', 'announcement', { date: null })).rejects.toThrow('A date and time is needed here.');
});

test('P-20: what was replaced and what replaced it name each other', async () => {
  const next = await add(site, '/section/news/better', 'announcement', { date: '2023-05-05T12:00:00Z' });
  await add(site, '/section/news/worse', 'announcement', { date: '2023-04-04T12:00:00Z' }, { common: { status: 'superseded', successor: `page:${next}` } });
  expect(mainOf(await get('/section/news/better/'))).toContain('Replaces <a href="/section/news/worse/">Title worse</a> of <time datetime="2023-04-04">4 April 2023</time>.');
  expect(linksOf(await get('/section/news/worse/'))).toContain('/section/news/better/');
});

test('FEED-04: have a feed in both forms, without drafts', async () => {
  for (const path of ['/section/news/feed/', '/section/news/feed/atom/']) {
    const { text } = await get(path).expect(200);
    expect(text).toContain('<title>Test Announcements</title>');
    expect(text).toContain('Title twin');
    expect(text).not.toContain('Title hidden');
  }
});

test('may stand below pages of text and nowhere else than in a list', async () => {
  await expect(add(site, '/section/loose', 'announcement')).rejects.toThrow('cannot stand');
  await expect(add(site, '/section/news/text', 'standard')).rejects.toThrow('cannot stand');
});

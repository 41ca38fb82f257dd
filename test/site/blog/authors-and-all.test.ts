import request from 'supertest';
import type { TestSite } from '../../support/site';
import { add, answerOf, headOf, linksOf, mainOf, on, openBlogSite, titlesOf } from './blog-site';

let site: TestSite;
const get = (path: string) => request(site.server).get(path);
const by = (...people: string[]) => ({ authors: people.map((person) => ({ person: `person:${person}`, role: null })) });

beforeAll(async () => {
  site = await openBlogSite();
  await add(site, '/blog', 'blog', {}, { title: 'News' });
  await add(site, '/blog/a', 'post', { ...on('2023-12-31', 'security'), ...by('mara-lindqvist') });
  await add(site, '/blog/b', 'post', { ...on('2024-01-01', 'iot'), ...by('tomas-okafor', 'mara-lindqvist') });
  await add(site, '/blog/c', 'post', { ...on('2024-02-01'), ...by('tomas-okafor') });
  await add(site, '/blog/draft', 'post', on('2024-02-01'), { published: false });
}, 60_000);
afterAll(() => site.close());

describe('an author’s list', () => {
  test('holds all that the person wrote here, alone or with others', async () => {
    const response = await get('/blog/author/mara-lindqvist/').expect(200);
    expect(response.text).toContain('<h1>Articles by Mara Lindqvist</h1>');
    expect(titlesOf(response)).toEqual(['b', 'a']);
    expect(mainOf(response)).toContain('Writes. An invented person.');
    expect(headOf(response)).toMatchObject({ title: expect.stringContaining('Articles by Mara Lindqvist'), noindex: false });
  });

  test('is linked from posts and from lists', async () => {
    expect(linksOf(await get('/blog/c/'))).toContain('/blog/author/tomas-okafor/');
    expect(linksOf(await get('/blog/'))).toContain('/blog/author/tomas-okafor/');
  });

  test('is not there for somebody unknown, and for somebody without public posts', async () => {
    await site.deps.db('people').insert({ slug: 'no-posts', name: 'No Posts', role: null, about: null, invented: true });
    for (const path of ['/blog/author/nobody/', '/blog/author/no-posts/', '/blog/author/no-posts/feed/', '/blog/author/', '/blog/author/mara-lindqvist/all/']) await get(path).expect(404);
  });

  test('P-02: answers in small letters', async () => {
    expect(await answerOf(site, '/blog/author/Mara-Lindqvist/')).toEqual([301, '/blog/author/mara-lindqvist/']);
  });
});

describe('all posts', () => {
  test('stand by year, with their dates, newest first', async () => {
    const html = mainOf(await get('/blog/all/').expect(200));
    const places = ['<h2>2024</h2>', '2024-02-01', 'Title c', '2024-01-01', 'Title b', '<h2>2023</h2>', '2023-12-31', 'Title a'].map((word) => html.indexOf(word));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(html).not.toContain('Title draft');
  });

  test('of a topic stand at its own address, and each list leads to the others', async () => {
    expect(linksOf(await get('/blog/all/'))).toContain('/blog/security/all/');
    const response = await get('/blog/security/all/').expect(200);
    expect(response.text).toContain('<h1>All posts about Security &amp; privacy</h1>');
    expect(linksOf(response)).toEqual(expect.arrayContaining(['/blog/all/', '/blog/iot/all/', '/blog/a/']));
    expect(linksOf(response)).not.toContain('/blog/c/');
  });
});

describe('the order of routes', () => {
  test('a post stands before the words of routes and topics only where no such word is', async () => {
    await get('/blog/author/feed/').expect(404); // somebody called “feed”, not the feed of a topic called “author”
    await get('/blog/all/feed/').expect(404);
    await get('/blog/security/').expect(200);
  });

  test('BLOG-02: a blog keeps the names of topics from its posts', async () => {
    const { reserved } = site.deps.registry.pageTypes.get('blog')!;
    expect(await reserved!(site.deps.db, 'security')).toContain('Security & privacy');
    expect(await reserved!(site.deps.db, 'edhoc')).toBeNull();
  });
});

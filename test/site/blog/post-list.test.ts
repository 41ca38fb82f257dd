import request from 'supertest';
import type { TestSite } from '../../support/site';
import { add, answerOf, headOf, linksOf, mainOf, on, openBlogSite, titlesOf } from './blog-site';

let site: TestSite;
const get = (path: string) => request(site.server).get(path);

beforeAll(async () => {
  site = await openBlogSite();
  await add(site, '/blog', 'blog', { introduction: 'All about it.' }, { title: 'News' });
  await add(site, '/blog/a', 'post', on('2023-05-01', 'security'));
  await add(site, '/blog/b', 'post', on('2024-03-01', 'security', 'iot'));
  await add(site, '/blog/c', 'post', on('2024-03-02', 'iot'));
  await add(site, '/blog/d', 'post', on('2024-12-31'));
  await add(site, '/blog/twin', 'post', on('2024-12-31'));
  await add(site, '/blog/hidden', 'post', on('2024-06-01', 'iab'), { published: false });
  await add(site, '/other', 'blog', {}, { title: 'Other' });
  await add(site, '/other/elsewhere', 'post', on('2024-01-01', 'mailing-lists'));
}, 60_000);
afterAll(() => site.close());

describe('the blog', () => {
  test('BLOG-01: lists posts newest first, by their date, then by id', async () => {
    expect(titlesOf(await get('/blog/').expect(200))).toEqual(['twin', 'd', 'c', 'b', 'a']);
  });

  test('says how many there are, and counts topics and years truly', async () => {
    const html = mainOf(await get('/blog/'));
    expect(html).toContain('<strong>5 posts</strong>');
    expect(html).toMatch(/Security &amp; privacy<\/span><span class="tag">2/);
    expect(html).toMatch(/Things<\/span><span class="tag">2/);
    expect(html).not.toContain('Mailing lists'); // only in another blog
    expect(html).not.toContain('IAB'); // only on a draft
  });

  test('names years as links', async () => {
    expect(linksOf(await get('/blog/'))).toEqual(expect.arrayContaining(['/blog/?year=2024', '/blog/?year=2023']));
  });

  test('links topics of posts to their lists, below its own address wherever it stands', async () => {
    expect(linksOf(await get('/other/'))).toContain('/other/mailing-lists/');
    expect(linksOf(await get('/blog/'))).toContain('/blog/security/');
  });

  test('BLOG-07: without posts is an empty list', async () => {
    await add(site, '/empty', 'blog');
    const html = mainOf(await get('/empty/').expect(200));
    expect(html).toContain('There are no posts yet.');
  });

  test('URL-05: belongs to its site; nothing of it answers elsewhere', async () => {
    expect(await answerOf(site, '/security/')).toEqual([404, undefined]);
  });
});

describe('a topic’s list', () => {
  test('holds its posts, under its name', async () => {
    const response = await get('/blog/security/').expect(200);
    expect(titlesOf(response)).toEqual(['b', 'a']);
    expect(response.text).toContain('<h1>Posts about Security &amp; privacy</h1>');
    expect(headOf(response)).toMatchObject({ canonical: expect.stringMatching(/\/blog\/security\/$/), noindex: false, description: expect.stringContaining('Security') });
  });

  test('of a topic nobody has written about is empty and not for search engines', async () => {
    const response = await get('/blog/mailing-lists/').expect(200);
    expect(titlesOf(response)).toEqual([]);
    expect(headOf(response).noindex).toBe(true);
  });

  test.each(['/blog/nothing/', '/blog/nothing/all/', '/blog/20/', '/blog/hidden/', '/blog/page/'])('%s: an unknown topic is a 404', async (path) => {
    await get(path).expect(404);
  });

  test('P-02: in capitals leads to the one in small letters, if there is one', async () => {
    expect(await answerOf(site, '/blog/Security/?year=2024')).toEqual([301, '/blog/security/?year=2024']);
    expect(await answerOf(site, '/blog/Nothing/')).toEqual([404, undefined]);
  });
});

describe('filters', () => {
  test('BLOG-03: both days are whole and inclusive, in the site’s zone', async () => {
    await add(site, '/blog/late', 'post', { publishedOn: '2022-07-31T23:30:00Z', topics: [] }); // the 1st of August in London
    expect(titlesOf(await get('/blog/?date_from=2022-08-01&date_to=2022-08-01'))).toEqual(['late']);
    expect(titlesOf(await get('/blog/?date_from=2022-07-31&date_to=2022-07-31'))).toEqual([]);
    expect(titlesOf(await get('/blog/?date_from=2024-03-01&date_to=2024-03-02'))).toEqual(['c', 'b']);
  });

  test('BLOG-03: the old spelling of dates is understood', async () => {
    expect(titlesOf(await get('/blog/?date_from=02/03/2024&date_to=30/12/2024'))).toEqual(['c']);
  });

  test.each(['31/02/2024', 'soon', '2024-13-01', '0000-01-01', '99999-01-01'])('BLOG-03: %s gets a message at the field and is not applied', async (typed) => {
    const response = await get(`/blog/?date_to=${encodeURIComponent(typed)}`).expect(200);
    expect(titlesOf(response)).toHaveLength(6);
    expect(response.text).toContain('id="filter-date_to-problem"');
    expect(response.text).toContain(`value="${typed}" aria-invalid="true" aria-describedby="filter-date_to-problem"`);
    expect(headOf(response).noindex).toBe(true);
  });

  test('BLOG-08: a sentence says what is filtered and the true count, and each filter can be removed', async () => {
    const response = await get('/blog/security/?year=2024&date_from=01/02/2024&date_to=2024-12-30').expect(200);
    expect(mainOf(response)).toContain('1 post, filtered by Security &amp; privacy, the year 2024, dates between 2024-02-01 &amp; 2024-12-30');
    expect(linksOf(response)).toEqual(expect.arrayContaining([
      '/blog/', '/blog/?year=2024&date_from=2024-02-01&date_to=2024-12-30', '/blog/security/?date_from=2024-02-01&date_to=2024-12-30',
      '/blog/security/?year=2024&date_to=2024-12-30', '/blog/security/?year=2024&date_from=2024-02-01',
    ]));
    expect(mainOf(await get('/blog/?date_from=2024-01-01'))).toContain('filtered by dates after 2024-01-01');
    expect(mainOf(await get('/blog/?date_to=2024-01-01'))).toContain('filtered by dates before 2024-01-01');
  });

  test('URL-02: other topics and years keep what else is filtered, and are counted so', async () => {
    const response = await get('/blog/security/?year=2024');
    expect(linksOf(response)).toEqual(expect.arrayContaining(['/blog/iot/?year=2024', '/blog/?year=2024', '/blog/security/?year=2023']));
    expect(mainOf(response)).toMatch(/Security &amp; privacy<\/span><span class="tag">1/);
  });

  test('URL-03: the canonical address has a fixed order and ISO days', async () => {
    const { canonical, noindex } = headOf(await get('/blog/?date_to=31/12/2024&utm=1&year=2024'));
    expect(canonical).toMatch(/\/blog\/\?year=2024&date_to=2024-12-31$/);
    expect(noindex).toBe(true);
  });

  test('BLOG-06: when nothing matches, nothing else is shown in its place', async () => {
    const html = mainOf(await get('/blog/iot/?year=2023').expect(200));
    expect(html).toContain('No posts match.');
    expect(html).toContain('0 posts, filtered by');
    expect(html).toContain('Show all posts');
  });

  test('BLOG-09: the form is there once, lists topics by name and remembers every value', async () => {
    const html = mainOf(await get('/blog/iot/?year=2024&date_from=01/02/2024'));
    expect(html.split('<form class="filter"')).toHaveLength(2);
    expect(html).toContain('<option value="security">Security &amp; privacy</option><option value="iot" selected>Things</option>');
    expect(html).toMatch(/type="date" name="date_from" value="2024-02-01"/);
    expect(html).toContain('<input type="hidden" name="year" value="2024">');
    expect(html).toContain('action="/blog/"');
  });

  test.each(['?year=1999', '?year=2027', '?year=24', '?year=x', '?page=0', '?page=-1', '?page=1.5', '?page=x', '?page=2', '?year=2024&year=2023'])('URL-01: %s is not there', async (query) => {
    await get(`/blog/${query}`).expect(404);
  });

  test('URL-01: a year between the first post and the next one is there, though nothing was written in it', async () => {
    await get('/blog/?year=2026').expect(200);
  });

  test('URL-04: empty parameters count as absent, and an empty form leads to the clean address', async () => {
    expect(await answerOf(site, '/blog/?topic=&date_from=&date_to=')).toEqual([302, '/blog/']);
    expect(await answerOf(site, '/blog/?page=')).toEqual([302, '/blog/']);
    expect(await answerOf(site, '/blog/security/?date_from=&date_to=')).toEqual([302, '/blog/security/']);
    expect(titlesOf(await get('/blog/?topic=&year=2023&date_from=').expect(200))).toEqual(['a']);
  });
});

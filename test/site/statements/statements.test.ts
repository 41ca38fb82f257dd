import request from 'supertest';
import type { TestSite } from '../../support/site';
import { countQueries } from '../../support/count-queries';
import { add, answerOf, headOf, linksOf, mainOf, on, openBlogSite } from '../blog/blog-site';

let site: TestSite;
const get = (path: string) => request(site.server).get(path);
/** Titles of the table, in their order. */
const rowsOf = (html: string): string[] => [...html.slice(html.indexOf('<tbody'), html.indexOf('</tbody>')).matchAll(/>Title ([^<]+)</g)].map(([, title]) => title!);

beforeAll(async () => {
  site = await openBlogSite();
  await add(site, '/statements', 'statement-index', { bodyName: 'IESG' }, { title: 'IESG statements' });
  const second = await add(site, '/statements/second', 'statement', on('2011-06-27', 'security', 'mailing-lists'));
  await add(site, '/statements/first', 'statement', on('2002-03-13', 'security'), { common: { status: 'superseded', successor: `page:${second}#rules` } });
  await add(site, '/statements/old', 'statement', on('2001-01-01'), { common: { status: 'archived' } });
  await add(site, '/statements/new', 'statement', { ...on('2014-07-20', 'security'), body: [{ id: 'b1', type: 'paragraph', value: { text: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'See also', marks: [{ type: 'link', attrs: { ref: `page:${second}` } }] }] }] } } }] });
  await add(site, '/statements/draft', 'statement', on('2020-01-01', 'iot'), { published: false });
}, 60_000);
afterAll(() => site.close());

describe('the list', () => {
  test('shows date, title, status and topics, newest first', async () => {
    const html = mainOf(await get('/statements/').expect(200));
    expect(rowsOf(html)).toEqual(['new', 'second', 'first', 'old']);
    expect(html).toContain('<strong>Superseded</strong>');
    expect(html).toContain('<time class="tag" datetime="2011-06-27">2011-06-27</time>');
    expect(linksOf(await get('/statements/'))).toEqual(expect.arrayContaining(['/statements/?topic=security', '/statements/?status=archived', '/statements/?year=2014', '/statements/feed/']));
  });

  test.each([
    ['?topic=security', ['new', 'second', 'first']],
    ['?topic=20', ['second']],
    ['?status=superseded', ['first']],
    ['?status=current', ['new', 'second']],
    ['?year=2002', ['first']],
    ['?date_from=01/01/2002&date_to=27/06/2011', ['second', 'first']],
    ['?topic=security&status=current&date_to=2013-01-01', ['second']],
    ['?topic=iab', []],
  ])('is filtered in place by %s', async (query, titles) => {
    const response = await get(`/statements/${query}`).expect(200);
    expect(rowsOf(mainOf(response))).toEqual(titles);
    expect(headOf(response).noindex).toBe(true);
  });

  test('4.11: the old number of a topic is understood; the canonical address has its name', async () => {
    expect(headOf(await get('/statements/?date_from=01/02/2001&topic=20')).canonical).toMatch(/\/statements\/\?topic=mailing-lists&date_from=2001-02-01$/);
  });

  test('BLOG-08, URL-02: says what is filtered, and each filter can be removed alone', async () => {
    const response = await get('/statements/?topic=security&status=superseded&year=2002');
    expect(mainOf(response)).toContain('1 statement, filtered by Security &amp; privacy, Superseded, the year 2002');
    expect(linksOf(response)).toEqual(expect.arrayContaining(['/statements/', '/statements/?status=superseded&year=2002', '/statements/?topic=security&year=2002', '/statements/?topic=security&status=superseded']));
    expect(mainOf(response)).toContain('<input type="hidden" name="status" value="superseded">');
  });

  test.each(['?topic=nothing', '?topic=999', '?status=gone', '?year=1999', '?year=2031', '?page=2', '?page=x'])('URL-01: %s is not there', async (query) => {
    await get(`/statements/${query}`).expect(404);
  });

  test('URL-04, LIST-01: empty forms and first pages have the clean address', async () => {
    expect(await answerOf(site, '/statements/?topic=&date_from=&date_to=')).toEqual([302, '/statements/']);
    expect(await answerOf(site, '/statements/?topic=security&page=1')).toEqual([301, '/statements/?topic=security']);
  });

  test('at all/ is the same list, for old links only', async () => {
    const response = await get('/statements/all/').expect(200);
    expect(rowsOf(mainOf(response))).toHaveLength(4);
    expect(headOf(response).noindex).toBe(true);
  });

  test('BLOG-03: a date that is none gets a message and is not applied', async () => {
    const response = await get('/statements/?date_from=yesterday').expect(200);
    expect(rowsOf(mainOf(response))).toHaveLength(4);
    expect(response.text).toContain('This is not a date.');
  });
});

describe('a statement', () => {
  test('P-20, PT-07: names what it replaces, and what it replaces leads to it', async () => {
    const second = await get('/statements/second/');
    expect(mainOf(second)).toMatch(/Replaces <a href="\/statements\/first\/">Title first<\/a> of <time datetime="2002-03-13">13 March 2002<\/time>\./);
    const first = await get('/statements/first/');
    expect(mainOf(first)).toContain('has been superseded');
    expect(linksOf(first)).toContain('/statements/second/#rules');
  });

  test('P-20: that another only links to does not replace it', async () => {
    expect(mainOf(await get('/statements/second/'))).not.toContain('Replaces <a href="/statements/new/"');
    expect(mainOf(await get('/statements/new/'))).not.toContain('Replaces');
  });

  test('PT-05: leads to others on its topics, and to those before it, none twice', async () => {
    const html = mainOf(await get('/statements/new/'));
    const [related = '', older = ''] = ['On the same topics', 'Older statements'].map((heading) => html.slice(html.indexOf(`>${heading}<`), html.indexOf('</section>', html.indexOf(`>${heading}<`))));
    expect(related).toContain('Title second');
    expect(related).toContain('Title first');
    expect(older).toContain('Title old');
    expect(older).not.toContain('Title second');
    expect(linksOf(await get('/statements/new/'))).toContain('/statements/?topic=security');
  });
});

test('FEED-04: statements have a feed in both forms', async () => {
  for (const path of ['/statements/feed/', '/statements/feed/atom/']) {
    const { text } = await get(path).expect(200);
    expect([...text.matchAll(/<(?:item|entry)>[\s\S]*?<title>Title ([^<]+)</g)].map(([, title]) => title)).toEqual(['new', 'second', 'first', 'old']);
    expect(text).toContain('<title>Test IESG statements</title>');
  }
});

test('PERF-01: a filtered list costs at most six queries', async () => {
  await get('/statements/').expect(200);
  expect(await countQueries(site.deps.db, () => get('/statements/?topic=security&year=2011').expect(200))).toBeLessThanOrEqual(6);
});

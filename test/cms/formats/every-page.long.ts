import request from 'supertest';
import { listPublicPages } from '../../support/public-pages';
import { openSeededSite, type TestSite } from '../../support/site';

const BASE = 'http://localhost:3000';
let site: TestSite;
beforeAll(async () => { site = await openSeededSite({ env: { PUBLIC_URL: BASE } }); }, 60_000);
afterAll(() => site.close());

const get = (url: string) => request(site.server).get(url);
/** Front matter and text. */
function parts(markdown: string): [Record<string, string>, string] {
  const [, head, text] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(markdown)!;
  return [Object.fromEntries(head!.split('\n').map((line) => line.split(/: (.*)/)).map(([name, value]) => [name, JSON.parse(value!) as string])), text!];
}
/** Signs that Markdown needs stand before some letters. */
const plain = (markdown: string): string => markdown.replace(/\\([^\w\s])/g, '$1');

test('every page is there as Markdown and as JSON, which say the same', async () => {
  for (const { url, type } of await listPublicPages(site)) {
    const [markdown, json] = [await get(`${url}index.md`), await get(`${url}index.json`)];
    expect([url, markdown.status, json.status]).toEqual([url, 200, 200]);
    const [front, text] = parts(markdown.text);
    const page = JSON.parse(json.text) as Record<string, string>;
    expect(front).toMatchObject({ url: BASE + url, type, title: page['title'], description: page['description'], status: page['status'] });
    expect(page).toMatchObject({ url: BASE + url, type, published: front['published'], updated: front['updated'], text, content: expect.any(Object) });
    expect([url, plain(text)]).toEqual([url, expect.stringContaining(url === '/' ? '# ' : `# ${page['title']}`)]);
    expect([url, /<\/?(?:div|span|nav|svg|table|p)\b/.exec(text)?.[0]]).toEqual([url, undefined]);
    expect([url, /\]\((?!https?:|mailto:|tel:|xmpp:)[^)]{0,80}\)/.exec(text)?.[0]]).toEqual([url, undefined]);
  }
}, 60_000);

test('both say where the page is, are kept five minutes, and are no search result', async () => {
  for (const [url, type] of [['/process/rfcs/index.md', 'text/markdown'], ['/process/rfcs/index.json', 'application/json']] as const) {
    const { headers } = await get(url);
    expect(headers).toMatchObject({
      'content-type': `${type}; charset=utf-8`, 'x-robots-tag': 'noindex', link: `<${BASE}/process/rfcs/>; rel="canonical"`, 'cache-control': 'public, max-age=300',
    });
    await get(url).set('If-None-Match', headers.etag!).expect(304);
  }
});

test('the head of a page names both', async () => {
  const { text } = await get('/process/rfcs/');
  expect(text).toContain(`<link rel="alternate" type="text/markdown" title="This page as Markdown" href="${BASE}/process/rfcs/index.md">`);
  expect(text).toContain(`<link rel="alternate" type="application/json" title="This page as JSON" href="${BASE}/process/rfcs/index.json">`);
  expect((await get('/')).text).toContain(`href="${BASE}/index.md"`);
  expect((await get('/nothing/')).text).not.toContain('index.md');
});

test('tables are tables, headings headings, and what serves the screen is left out', async () => {
  const { text } = await get('/sustainability/index.md');
  expect(text).toMatch(/^\| What +\| Subject +\|\n\| -+ +\| -+ +\|\n/m);
  expect(text).toContain('\n## In the protocols\n');
  expect(text).not.toMatch(/In this section|On this page|Link to the section/);
});

test('old spellings lead to the right one, and there is no other form', async () => {
  await get('/Process/rfcs/index.md').expect(301).expect('Location', '/process/rfcs/index.md');
  await get('/process/rfcs/index.md/').expect(301).expect('Location', '/process/rfcs/index.md');
  await get('/process/rfcs/index.txt').expect(404);
  await get('/nothing/index.md').expect(404);
});

test('what a page answers below its own address has the same forms', async () => {
  const markdown = await get('/blog/author/gulnara-abenova/index.md').expect(200);
  const [front, text] = parts(markdown.text);
  expect(front).toMatchObject({ url: `${BASE}/blog/author/gulnara-abenova/`, type: 'blog', title: expect.stringContaining('Gulnara Abenova') });
  expect(front).not.toHaveProperty('published');
  expect(text).toContain(`${BASE}/blog/`);
  expect(JSON.parse((await get('/blog/author/gulnara-abenova/index.json').expect(200)).text)).toMatchObject({ content: null, published: null, text });
  await get('/blog/author/nobody-at-all/index.md').expect(404);
  await get('/blog/feed/index.md').expect(404);
});

import request from 'supertest';
import { buildSitemap } from '../../../src/cms/crawlers/sitemap';
import { addPage, openEmptySite, openSeededSite, type TestSite } from '../../support/site';
import { newsPage } from '../feeds/news.page';

const BASE = 'https://www.example.org';
const now = new Date('2026-11-22T10:00:00Z');
const addresses = (xml: string): string[] => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url!);

describe('of a small site', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await openEmptySite({ more: { pageTypes: [newsPage] }, env: { PUBLIC_URL: BASE }, now: () => now });
    await addPage(site, { path: '/news', type: 'news', title: 'News' });
    await addPage(site, { path: '/draft', published: false });
  });
  afterAll(() => site.close());
  const get = (url: string) => request(site.server).get(url).set('Host', 'www.example.org');

  test('it has every public page with the day of its last change, and what page types answer below their own', async () => {
    const { text, headers } = await get('/sitemap.xml').expect(200);
    expect(headers['content-type']).toBe('application/xml; charset=utf-8');
    expect(addresses(text)).toEqual([`${BASE}/`, `${BASE}/news/`, `${BASE}/news/known/`]);
    expect(text.match(/<lastmod>2026-11-22T10:00:00Z<\/lastmod>/g)).toHaveLength(3);
    await get('/sitemap-1.xml').expect(404);
  });

  test('a page is in it as soon as it is public', async () => {
    await addPage(site, { path: '/later' });
    expect(addresses((await get('/sitemap.xml')).text)).toContain(`${BASE}/later/`);
  });

  test('what is too much for one file becomes several, with an index', async () => {
    const [deps, first] = [site.deps, site.deps.sites.default()!];
    const { main, parts } = await buildSitemap(deps, first, now, 2);
    expect(main).toContain('<sitemapindex');
    expect(addresses(main)).toEqual([`${BASE}/sitemap-1.xml`, `${BASE}/sitemap-2.xml`]);
    expect(parts.map((part) => addresses(part).length)).toEqual([2, 2]);
    expect(new Set(parts.flatMap(addresses)).size).toBe(4);
  });
});

describe('of the demonstration', () => {
  let site: TestSite;
  beforeAll(async () => { site = await openSeededSite({ env: { PUBLIC_URL: 'http://localhost:3000' } }); }, 120_000);
  afterAll(() => site.close());

  /** Evenly, so that every section is among them. */
  const some = (list: readonly string[], count: number): string[] => list.filter((_, index) => index % Math.ceil(list.length / count) === 0);

  test('every address in it answers, may be indexed and is its own canonical one', async () => {
    const found = addresses((await request(site.server).get('/sitemap.xml').expect(200)).text);
    const isRecord = (url: string): boolean => /\/\d+\/$/.test(url);
    for (const url of [...some(found.filter((url) => !isRecord(url)), 120), ...some(found.filter(isRecord), 20)]) {
      const { status, text } = await request(site.server).get(new URL(url).pathname);
      expect([url, status, /<link rel="canonical" href="([^"]*)"/.exec(text)?.[1], text.includes('<meta name="robots" content="noindex')]).toEqual([url, 200, url, false]);
    }
  }, 120_000);

  test('topics, authors and terms are in it', async () => {
    const found = addresses((await request(site.server).get('/sitemap.xml').expect(200)).text);
    for (const path of ['/blog/security/', '/blog/author/gulnara-abenova/', '/glossary/appeal/']) expect(found).toContain(`http://localhost:3000${path}`);
  });
});

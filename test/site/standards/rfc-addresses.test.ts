import request from 'supertest';
import type { TestSite } from '../../support/site';
import { AT, getPage, openRfcSite } from './rfc-site';

let site: TestSite;
beforeAll(async () => { site = await openRfcSite(); });
afterAll(() => site.close());

const get = (url: string, status?: number) => getPage(site, url, status);

async function sitemapUrls(): Promise<string[]> {
  const type = site.deps.registry.pageTypes.get('rfc-list')!;
  const entries = await type.sitemap!({ db: site.deps.db, siteId: site.siteId, page: { id: 1, title: 'RFCs', url: '/rfc/' }, now: AT });
  return entries.map(({ url }) => url);
}

test.each([
  ['/rfc/09110/', '/rfc/9110/'], ['/rfc/0018/', '/rfc/18/'], ['/rfc/bcp/014/', '/rfc/bcp/14/'], ['/rfc/09110/bibtex', '/rfc/9110/bibtex'], ['/rfc/9110', '/rfc/9110/'],
])('%s leads to %s', async (from, to) => {
  const { headers } = await request(site.server).get(from).expect(301);
  expect(headers.location).toBe(to);
});

test.each([
  '/rfc/999999/', '/rfc/0/', '/rfc/-1/', '/rfc/1e3/', '/rfc/12345678901/', '/rfc/999999/bibtex', '/rfc/bcp/999/', '/rfc/std/x/', '/rfc/fyi/1/', '/rfc/rfc9110/', '/rfc/9110.txt', '/rfc/9110/more/',
  '/rfc/status/nonsense/', '/rfc/status/Internet%20Standard/', '/rfc/status/%27%3B/', '/rfc/stream/x/', '/rfc/year/1968/', '/rfc/year/20011/', '/rfc/year/2022/?page=2', '/rfc/year/2022/?page=0', '/rfc/year/2022/?page=x',
])('%s is not found', async (url) => { await get(url, 404); });

test('a number that was never issued is gone, with the reason', async () => {
  expect(await get('/rfc/7907/', 410)).toContain('RFC 7907: the number was set aside and never issued');
  await get('/rfc/07907/', 410);
});

test('the site map leaves out a sub-series without an RFC, whose page no search engine keeps', async () => {
  expect(await get('/rfc/fyi/36/')).toContain('noindex');
  expect(await sitemapUrls()).not.toContain('/rfc/fyi/36/');
});

test('all that the site map names answers with a page', async () => {
  const urls = await sitemapUrls();
  expect(urls).toEqual(expect.arrayContaining(['/rfc/9110/', '/rfc/bcp/14/', '/rfc/std/64/']));
  for (const url of urls.filter((url, index) => index % 7 === 0 || !/^\/rfc\/\d/.test(url))) expect(await get(url)).not.toContain('noindex');
});

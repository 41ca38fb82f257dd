import request from 'supertest';
import type { TestSite } from '../../support/site';
import { AT, getPage, openRfcSite } from './rfc-site';

let site: TestSite;
beforeAll(async () => { site = await openRfcSite(); });
afterAll(() => site.close());

const get = (url: string, status?: number) => getPage(site, url, status);

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

test('all that the site map names answers with a page', async () => {
  const type = site.deps.registry.pageTypes.get('rfc-list')!;
  const entries = await type.sitemap!({ db: site.deps.db, siteId: site.siteId, page: { id: 1, title: 'RFCs', url: '/rfc/' }, now: AT });
  expect(entries.map(({ url }) => url)).toEqual(expect.arrayContaining(['/rfc/9110/', '/rfc/bcp/14/', '/rfc/std/64/', '/rfc/fyi/36/']));
  for (const { url } of entries.filter((_, index) => index % 7 === 0)) expect(await get(url)).not.toContain('noindex');
});

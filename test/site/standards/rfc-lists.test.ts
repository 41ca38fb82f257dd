import request from 'supertest';
import type { TestSite } from '../../support/site';
import { getPage, headings, openRfcSite } from './rfc-site';

let site: TestSite;
beforeAll(async () => { site = await openRfcSite(); });
afterAll(() => site.close());

const get = (url: string) => getPage(site, url);
const numbers = (html: string) => [...html.matchAll(/<li><a href="\/rfc\/(\d+)\/"><span class="number">/g)].map(([, number]) => Number(number));

test('the home of RFCs has the newest ones, the search, and a link for each status, stream, year and sub-series', async () => {
  const html = await get('/rfc/');
  expect(numbers(html).slice(0, 4)).toEqual([9110, 8569, 8174, 6019]);
  expect(html).toMatch(/<form[^>]* action="\/search\/">[^]*<input type="hidden" name="type" value="rfc">/);
  for (const link of ['status/proposed-standard', 'stream/independent', 'year/1969', 'bcp', 'std', 'fyi']) expect(html).toContain(`href="/rfc/${link}/"`);
});

test('every link of it leads to a list with as many as it says', async () => {
  const links = [...(await get('/rfc/')).matchAll(/<a href="(\/rfc\/(?:status|stream|year)\/[^"]*)">[^<]*<\/a> <span>(\d+)<\/span>/g)];
  expect(links.length).toBeGreaterThan(15);
  for (const [, url, count] of links) expect([url, (await get(url!)).includes(`<span>${count} RFC`)]).toEqual([url, true]);
});

test('newest first, fifty on a page, each page with its own title and address', async () => {
  const first = await get('/rfc/year/2001/');
  const second = await get('/rfc/year/2001/?page=2');
  expect(numbers(first)).toEqual(Array.from({ length: 50 }, (_, index) => 159 - index));
  expect(numbers(second)).toEqual(Array.from({ length: 10 }, (_, index) => 109 - index));
  expect(second).toMatch(/<title>RFCs of 2001, page 2 /);
  expect(second).toMatch(/<link rel="canonical" href="[^"]*\/rfc\/year\/2001\/\?page=2">/);
});

test.each([
  ['/rfc/status/Proposed-Standard/', '/rfc/status/proposed-standard/'], ['/rfc/status/Proposed-Standard/?page=2', '/rfc/status/proposed-standard/?page=2'],
  ['/rfc/stream/IETF/', '/rfc/stream/ietf/'],
])('capitals in %s are redirected once (P-02)', async (url, location) => {
  await request(site.server).get(url).expect(301).expect('Location', location);
});

test.each([['/rfc/year/2001/?page=1', '/rfc/year/2001/'], ['/rfc/bcp/?page=1', '/rfc/bcp/'], ['/rfc/bcp/?page=', '/rfc/bcp/']])('%s leads to the list itself (LIST-01)', async (url, clean) => {
  const answer = await request(site.server).get(url);
  expect(answer.headers.location).toBe(clean);
});

test.each(['/rfc/status/Nothing/', '/rfc/status/Nothing/?page=1', '/rfc/status/Proposed-Standard/?page=99'])('%s is nothing in lower case either', async (url) => {
  await request(site.server).get(url).expect(404);
});

test('what is obsolete says so', async () => expect(await get('/rfc/status/proposed-standard/?page=2')).toContain('Obsoleted by RFC 3550'));

test('a sub-series has its RFCs, in the list and on its page', async () => {
  expect(await get('/rfc/bcp/')).toContain('<a href="/rfc/bcp/14/">BCP 14</a>');
  const html = await get('/rfc/bcp/14/');
  expect(html).toContain('Best Current Practice 14 is at present RFC 8174.');
  expect(html).toContain('<a href="/rfc/8174/">');
  expect(headings(await get('/rfc/std/64/'), 1)).toEqual(['STD 64: RTP: A Transport Protocol for Real-Time Applications']);
});

test('a sub-series without RFCs says so and is not for search engines', async () => {
  const html = await get('/rfc/fyi/36/');
  expect(html).toContain('For Your Information 36 has no RFC at present.');
  expect(html).toContain('noindex');
});

import request from 'supertest';
import { openEmptySite, type TestSite } from '../../support/site';

const BASE = 'https://www.example.org';
const now = new Date('2026-11-22T10:00:00Z');
let site: TestSite;
beforeAll(async () => { site = await openEmptySite({ env: { PUBLIC_URL: BASE }, now: () => now }); });
afterAll(() => site.close());

const get = (url: string) => request(site.server).get(url).set('Host', 'www.example.org');

test('robots.txt keeps programs away from search and staff, and names the sitemap of this site', async () => {
  const { text, headers } = await get('/robots.txt').expect(200);
  expect(text.split('\n')).toEqual(['User-agent: *', 'Disallow: /admin', 'Disallow: /search/', '', `Sitemap: ${BASE}/sitemap.xml`, '']);
  expect(headers['content-type']).toBe('text/plain; charset=utf-8');
});

test('an instance that is not the real site asks to be left alone', async () => {
  const other = await openEmptySite();
  expect((await request(other.server).get('/robots.txt')).text).toContain('Disallow: /\n');
  await other.close();
});

test('security.txt says whom to write to, and expires within a year (RFC 9116)', async () => {
  const { text, headers } = await get('/.well-known/security.txt').expect(200);
  expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  const fields = Object.fromEntries(text.trim().split('\n').map((line) => line.split(/: (.*)/).slice(0, 2))) as Record<string, string>;
  expect(fields).toEqual({
    Contact: 'mailto:support@example.org', Expires: '2027-11-01T00:00:00Z', 'Preferred-Languages': 'en', Canonical: `${BASE}/.well-known/security.txt`,
  });
  expect(Date.parse(fields['Expires']!) - now.getTime()).toBeLessThan(366 * 86_400_000);
});

test('browsers learn to search here', async () => {
  const { text, headers } = await get('/opensearch.xml').expect(200);
  expect(headers['content-type']).toBe('application/opensearchdescription+xml; charset=utf-8');
  expect(text).toContain('<ShortName>Test</ShortName>');
  expect(text).toContain(`template="${BASE}/search/?query={searchTerms}"`);
});

test.each(['/robots.txt', '/sitemap.xml', '/.well-known/security.txt', '/opensearch.xml'])('%s is sent once: who has it already is told so', async (url) => {
  const { headers } = await get(url).expect(200);
  expect(headers).toMatchObject({ 'cache-control': 'public, max-age=300', 'content-security-policy': expect.stringContaining("default-src 'none'") });
  await get(url).set('If-None-Match', headers.etag!).expect(304);
});

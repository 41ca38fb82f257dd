import request from 'supertest';
import { RESERVED, slugSchema } from '../../src/cms/pages/slug';
import { createApp } from '../../src/app';
import { listRoutes } from '../support/list-routes';
import { openEmptySite, type TestSite } from '../support/site';

let site: TestSite;
beforeAll(async () => { site = await openEmptySite(); });
afterAll(() => site.close());

/**
 * Every route and what a stranger gets from it. A new route fails here until somebody has said what it answers.
 * Methods that an address refuses are not listed: see the next test. The staff area has a table of its own: permissions.test.ts.
 */
const EXPECTED: Readonly<Record<string, number>> = {
  'get /favicon.ico': 200, 'get /favicon.svg': 200, 'get /apple-touch-icon.png': 200, 'get /icon-192.png': 200, 'get /icon-512.png': 200,
  'get /site.webmanifest': 200, 'get /robots.txt': 200, 'get /sitemap.xml': 200, 'get /sitemap-:number.xml': 404, 'get /.well-known/security.txt': 200, 'get /opensearch.xml': 200, 'get /static/:name': 404,
  'get /media/:id/original': 404, 'get /media/:id/:hash/:file': 404, 'get /documents/:id': 404, 'get /documents/:id/:filename': 404,
  'post /csp-report': 204,
  'get /sign-in': 200, 'post /sign-in': 403, 'get /sign-out': 200, 'post /sign-out': 403,
  'get /sign-in/forgotten': 200, 'post /sign-in/forgotten': 403, 'get /sign-in/reset/:token': 404, 'post /sign-in/reset/:token': 403,
  'get /sign-in/invitation/:token': 404, 'post /sign-in/invitation/:token': 403, 'get /.well-known/change-password': 302,
  'get /admin': 303, 'get /admin/': 303,
  'get /search': 301, 'get /search/': 200, 'get /search/suggestions': 200,
  'get /meetings.ics': 404,
  'get /forms/:id': 404, 'post /forms/:id': 403,
  'get /preview/:token': 404,
  'get /unlock': 302, 'post /unlock': 403,
};

const known = () => listRoutes(createApp(site.deps)).filter(({ method, path }) => method !== 'head' && !path.includes('{*') && !path.startsWith('/admin/') && !['*', '_all', 'all'].includes(method));

test('the list of routes is whole: none is missing here, and none here has gone', () => {
  const names = [...new Set(known().map(({ method, path }) => `${method} ${path}`))];
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !(name in EXPECTED))).toEqual([]);
});

test.each(Object.entries(EXPECTED))('a stranger who asks for %s gets %i', async (name, status) => {
  const [method = 'get', path = '/'] = name.split(' ');
  const url = path.replace(':file', 'card-400.webp').replace(':hash', '0123456789ab').replace(/:\w+/g, '1');
  const response = await request(site.server)[method as 'get' | 'post'](url);
  expect(response.status).toBe(status);
  if (path.startsWith('/admin')) expect(response.headers.location).toMatch(/^\/sign-in\?next=/);
});

test.each(['put', 'delete', 'patch'] as const)('%s is refused everywhere, in the frame', async (method) => {
  for (const path of ['/', '/search/', '/robots.txt', '/static/x.css', '/media/1/2/3']) {
    const response = await request(site.server)[method](path).set('Sec-Fetch-Site', 'same-origin');
    expect([path, response.status]).toEqual([path, 405]);
  }
});

test('no page at the top of a site may take the first word of a route', () => {
  const words = new Set(Object.keys(EXPECTED).map((name) => name.split(' ')[1]!.split('/')[1]!).filter((word) => word !== '' && !word.includes(':')));
  expect([...words].filter((word) => !RESERVED.has(word) && slugSchema.safeParse(word).success)).toEqual([]);
});

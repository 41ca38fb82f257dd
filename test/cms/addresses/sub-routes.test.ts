import request from 'supertest';
import { z } from 'zod';
import { NO_LISTING, pageType, redirectTo, view, type AnyPageType } from '../../../src/cms/page-type';
import { createPage } from '../../../src/cms/pages/create';
import { move } from '../../../src/cms/workflow/move';
import { rename } from '../../../src/cms/workflow/rename';
import { trash } from '../../../src/cms/workflow/trash';
import { unpublish } from '../../../src/cms/workflow/unpublish';
import { SYSTEM } from '../../../src/platform/history/record';
import { addPage, openEmptySite, type TestSite } from '../../support/site';

/** A type with addresses of its own below it: a list by colour, and its feed. */
const shelf: AnyPageType = pageType({
  key: 'shelf', label: 'Shelf', description: 'A page with addresses below it.', fields: {}, version: 1, parents: 'any', children: 'any',
  listing: () => NO_LISTING,
  query: z.object({ size: z.enum(['small', 'large']).optional() }),
  show: ({ query }) => (query['size'] === 'large' ? redirectTo('/elsewhere/', 302) : view('all-pages/all-pages', { introduction: null, branches: [] })),
  reserved: async (_db, slug) => (slug === 'purple' ? 'Purple is a colour of the shelf.' : null),
  routes: [
    { path: 'feed/', query: z.object({}), show: async () => ({ contentType: 'application/rss+xml', body: '<rss/>' }) },
    {
      path: 'colours/:colour/', query: z.object({ page: z.string().regex(/^[1-9]$/).optional() }),
      show: async (_context, { params }) => (params['colour'] === 'green' ? { contentType: 'text/plain', body: 'green' } : null),
    },
  ],
  example: {},
});

let site: TestSite;
let pageId: number;
beforeEach(async () => {
  site = await openEmptySite({ more: { pageTypes: [shelf] } });
  pageId = await addPage(site, { path: '/shelf', type: 'shelf' });
});
afterEach(() => site.close());

const get = (url: string) => request(site.server).get(url);
const moved = async (from: string, to: string) => expect([from, (await get(from).expect(301)).headers.location]).toEqual([from, to]);

test('an address below a page answers in its one spelling, others lead there', async () => {
  await get('/shelf/feed/').expect(200, '<rss/>').expect('Content-Type', 'application/rss+xml; charset=utf-8');
  await moved('/shelf/feed', '/shelf/feed/');
  await moved('/Shelf/Colours/green', '/shelf/colours/green/');
  await moved('/shelf/FEED/', '/shelf/feed/');
  await get('/shelf/colours/mauve/').expect(404);
  await get('/shelf/colours/mauve').expect(404);
});

test('a query that the address refuses is not there, one that it does not know is dropped', async () => {
  await get('/shelf/?size=medium').expect(404);
  await get('/shelf/?size=small&size=small').expect(404);
  await get('/shelf/?utm_source=x').expect(200);
  await get('/shelf/colours/green/?page=0').expect(404);
  expect((await get('/shelf/?size=large').expect(302)).headers.location).toBe('/elsewhere/');
});

test('a file has validators, and what is known is not sent again', async () => {
  const { headers } = await get('/shelf/feed/').expect(200);
  expect(headers).toMatchObject({ 'cache-control': 'public, max-age=300', 'x-robots-tag': 'noindex' });
  await get('/shelf/feed/').set('If-None-Match', headers.etag!).expect(304);
  await get('/shelf/feed/').set('If-Modified-Since', headers['last-modified']!).expect(304);
  const head = await request(site.server).head('/shelf/feed/').expect(200);
  expect(head.headers.etag).toBe(headers.etag);
});

test('what lies below a page follows it when it is renamed and moved, in one hop', async () => {
  await addPage(site, { path: '/hall' });
  await rename(site.deps, SYSTEM, { pageId, slug: 'rack' });
  await move(site.deps, SYSTEM, { pageId, parentId: (await site.deps.db('pages').where('path', '/hall').first<{ id: number }>('id')).id, position: null });
  for (const old of ['/shelf', '/rack']) {
    await moved(`${old}/feed/`, '/hall/rack/feed/');
    await moved(`${old}/feed`, '/hall/rack/feed/');
    await moved(`${old}/colours/green/?page=2`, '/hall/rack/colours/green/?page=2');
    await get(`${old}/colours/mauve/`).expect(404);
    await get(`${old}/nothing/`).expect(404);
  }
});

test('what lay below a page is gone with it', async () => {
  await unpublish(site.deps, SYSTEM, { pageId, reason: 'The shelf is empty.' });
  const { text } = await get('/shelf/feed/').expect(410);
  expect(text).toContain('The shelf is empty.');
  await get('/shelf/nothing/').expect(404);
});

test('below a page in the trash everything is gone too', async () => {
  await trash(site.deps, SYSTEM, { pageId, reason: 'Thrown away.' });
  await get('/shelf/colours/green/').expect(410);
});

test('no page may hide what its parent answers itself', async () => {
  const add = (slug: string) => createPage(site.deps, SYSTEM, { siteId: site.siteId, parentId: pageId, type: 'standard', slug, title: slug, position: 0 });
  await expect(add('feed')).rejects.toThrow('“feed” is an address of the page above itself.');
  await expect(add('colours')).rejects.toThrow('address of the page above');
  await expect(add('purple')).rejects.toThrow('Purple is a colour of the shelf.');
  await add('yellow');
});

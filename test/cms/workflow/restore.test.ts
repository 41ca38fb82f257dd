import request from 'supertest';
import { move } from '../../../src/cms/workflow/move';
import { rename } from '../../../src/cms/workflow/rename';
import { restore } from '../../../src/cms/workflow/restore';
import { trash } from '../../../src/cms/workflow/trash';
import { unpublish } from '../../../src/cms/workflow/unpublish';
import { SYSTEM } from '../../../src/platform/history/record';
import { countQueries } from '../../support/count-queries';
import { addPage, openEmptySite, type TestSite } from '../../support/site';
import { addMany } from './many-pages';
import { brokenPages, registerRows } from './tree-checks';

let site: TestSite;
beforeAll(async () => { site = await openEmptySite(); });
afterAll(() => site.close());

const get = (path: string) => request(site.server).get(path);
const throwAway = (pageId: number) => trash(site.deps, SYSTEM, { pageId, reason: 'A mistake.' });
const call = (pageId: number) => restore(site.deps, SYSTEM, { pageId });

test('a page comes back with all below it, its old addresses, its place in lists and in search', async () => {
  const pageId = await addPage(site, { path: '/team', type: 'section', title: 'Team' });
  const child = await addPage(site, { path: '/team/anna', title: 'Zirkonium' });
  await rename(site.deps, SYSTEM, { pageId: child, slug: 'anna-lind' });
  const before = await registerRows(site);
  await throwAway(pageId);
  expect(await call(pageId)).toEqual([pageId, child]);

  expect(await registerRows(site)).toEqual(before);
  expect((await get('/team/').expect(200)).text).toContain('href="/team/anna-lind/"');
  expect((await get('/team/anna/').expect(301)).headers.location).toBe('/team/anna-lind/');
  expect((await get('/search/?query=zirkonium')).text).toContain('href="/team/anna-lind/"');
  expect(await brokenPages(site)).toEqual([]);
});

test('a page that was not public, or in the trash on its own account, stays what it was', async () => {
  const parent = await addPage(site, { path: '/mixed' });
  await addPage(site, { path: '/mixed/draft', published: false });
  await unpublish(site.deps, SYSTEM, { pageId: await addPage(site, { path: '/mixed/off' }), reason: 'Closed in May.' });
  const own = await addPage(site, { path: '/mixed/own' });
  const belowOwn = await addPage(site, { path: '/mixed/own/below' });
  await throwAway(own);
  await throwAway(parent);
  expect(await call(parent)).not.toContain(belowOwn);

  await get('/mixed/draft/').expect(404);
  expect((await get('/mixed/off/').expect(410)).text).toContain('Closed in May.');
  await get('/mixed/own/').expect(410);
  await get('/mixed/own/below/').expect(410);
  await call(own);
  await get('/mixed/own/below/').expect(200);
  expect(await brokenPages(site)).toEqual([]);
});

test('below something in the trash it is refused', async () => {
  const parent = await addPage(site, { path: '/lid' });
  const own = await addPage(site, { path: '/lid/own' });
  const along = await addPage(site, { path: '/lid/along' });
  await throwAway(own);
  await throwAway(parent);
  for (const pageId of [own, along]) await expect(call(pageId)).rejects.toMatchObject({ status: 409, message: expect.stringContaining('above this one is in the trash') });
});

test('an address that another page has by now is named, and when it is free again the page gets it back', async () => {
  const first = await addPage(site, { path: '/seat', title: 'The first' });
  await throwAway(first);
  const second = await addPage(site, { path: '/seat', title: 'The second' });
  await expect(call(first)).rejects.toMatchObject({ status: 409, message: '/seat/ belongs to another page by now: rename or move that first.' });

  await rename(site.deps, SYSTEM, { pageId: second, slug: 'other-seat' });
  await call(first);
  expect((await get('/seat/').expect(200)).text).toContain('The first');
  await get('/other-seat/').expect(200);
});

test('it comes back to where its parent is now, and is found from where it was', async () => {
  const parent = await addPage(site, { path: '/old-home' });
  const pageId = await addPage(site, { path: '/old-home/cat' });
  await throwAway(pageId);
  await move(site.deps, SYSTEM, { pageId: parent, parentId: await addPage(site, { path: '/town' }), position: null });
  await call(pageId);
  await get('/town/old-home/cat/').expect(200);
  expect((await get('/old-home/cat/').expect(301)).headers.location).toBe('/town/old-home/cat/');
});

test('what is not in the trash cannot be restored', async () => {
  await expect(call(await addPage(site, { path: '/here' }))).rejects.toMatchObject({ status: 409, message: 'This page is not in the trash.' });
});

test('500 pages come back with as many statements as 5', async () => {
  const [few, many] = [await addPage(site, { path: '/few' }), await addPage(site, { path: '/many' })];
  await addMany(site, few, 4);
  await addMany(site, many, 499);
  await throwAway(few);
  await throwAway(many);
  const small = await countQueries(site.deps.db, () => call(few));
  expect(await countQueries(site.deps.db, () => call(many))).toBe(small);
  await get('/many/page-10/page-11/').expect(200);
});

import request from 'supertest';
import { listPagesReferringTo } from '../../../src/cms/references/queries';
import { publish } from '../../../src/cms/workflow/publish';
import { rename } from '../../../src/cms/workflow/rename';
import { unpublish } from '../../../src/cms/workflow/unpublish';
import { SYSTEM } from '../../../src/platform/history/record';
import { countQueries } from '../../support/count-queries';
import { addPage, openEmptySite, savePage, type TestSite } from '../../support/site';
import { addMany } from './many-pages';
import { brokenPages } from './tree-checks';

let site: TestSite;
beforeAll(async () => { site = await openEmptySite(); });
afterAll(() => site.close());

const get = (path: string) => request(site.server).get(path);
const call = (pageId: number, below = false) => unpublish(site.deps, SYSTEM, { pageId, reason: 'It was over.', below });

test('one page goes, with its rows in lists and search, and what is below it stays', async () => {
  const target = await addPage(site, { path: '/target' });
  const pageId = await addPage(site, { path: '/fair', title: 'Zirkonium', common: { successor: `page:${target}`, status: 'superseded' } });
  await addPage(site, { path: '/fair/map' });
  expect(await listPagesReferringTo(site.deps.db, 'page', String(target))).toEqual([pageId]);
  expect(await call(pageId)).toEqual([pageId]);

  expect((await get('/fair/').expect(410)).text).toContain('It was over.');
  await get('/fair/map/').expect(200);
  expect((await get('/search/?query=zirkonium')).text).not.toContain('href="/fair/"');
  expect(await listPagesReferringTo(site.deps.db, 'page', String(target))).toEqual([]);
  expect(await brokenPages(site)).toEqual([]);
});

test('with all below it, every public page goes and is named in history; drafts below stay drafts', async () => {
  const pageId = await addPage(site, { path: '/section', type: 'section' });
  const child = await addPage(site, { path: '/section/child' });
  await addPage(site, { path: '/section/draft', published: false });
  await addPage(site, { path: '/sections' }); // no page of the section, though its path begins alike
  expect(await call(pageId, true)).toEqual([pageId, child]);

  for (const path of ['/section/', '/section/child/']) expect((await get(path).expect(410)).text).toContain('It was over.');
  await get('/section/draft/').expect(404);
  await get('/sections/').expect(200);
  const { detail } = await site.deps.db('history').where({ action: 'page.unpublished', objectId: String(pageId) }).first('detail');
  expect(detail).toMatchObject({ below: true, pageIds: [pageId, child] });
});

test('a draft can take off what is below it', async () => {
  const pageId = await addPage(site, { path: '/shell', published: false });
  const child = await addPage(site, { path: '/shell/pearl' });
  expect(await call(pageId, true)).toEqual([child]);
  await expect(call(pageId, true)).rejects.toMatchObject({ status: 409 });
});

test('its old addresses say the reason too, and lead to it again once it is back', async () => {
  const pageId = await addPage(site, { path: '/old-name' });
  await rename(site.deps, SYSTEM, { pageId, slug: 'new-name' });
  await call(pageId);
  for (const path of ['/old-name/', '/new-name/']) expect((await get(path).expect(410)).text).toContain('It was over.');

  const content = site.deps.registry.pageTypes.get('standard')!.example as Record<string, unknown>;
  await publish(site.deps, SYSTEM, { pageId, revisionId: await savePage(site, pageId, { slug: 'newest-name', title: 'Back', content }) });
  for (const path of ['/old-name/', '/new-name/']) expect((await get(path).expect(301)).headers.location).toBe('/newest-name/');
});

test('what is not public, or locked, cannot be taken off', async () => {
  const draft = await addPage(site, { path: '/not-yet', published: false });
  await expect(call(draft)).rejects.toMatchObject({ status: 409, message: 'This page is not public.' });
  const pageId = await addPage(site, { path: '/gate' });
  const locked = await addPage(site, { path: '/gate/vault' });
  await site.deps.db('pages').where('id', locked).update({ lockedAt: new Date() });
  await expect(call(locked)).rejects.toMatchObject({ status: 409, message: expect.stringContaining('locked') });
  await expect(call(pageId, true)).rejects.toMatchObject({ status: 409, message: expect.stringContaining('Page vault') });
  await call(pageId);
  await get('/gate/vault/').expect(200);
});

test('500 pages go with as many statements as 5', async () => {
  const [few, many] = [await addPage(site, { path: '/few' }), await addPage(site, { path: '/many' })];
  await addMany(site, few, 4);
  await addMany(site, many, 499);
  const small = await countQueries(site.deps.db, () => call(few, true));
  expect(await countQueries(site.deps.db, () => call(many, true))).toBe(small);
  await get('/many/page-10/page-11/').expect(410);
});

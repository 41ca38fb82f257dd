import request from 'supertest';
import { createPage } from '../../../src/cms/pages/create';
import { listPagesReferringTo } from '../../../src/cms/references/queries';
import { publish } from '../../../src/cms/workflow/publish';
import { rename } from '../../../src/cms/workflow/rename';
import { trash } from '../../../src/cms/workflow/trash';
import { unpublish } from '../../../src/cms/workflow/unpublish';
import { SYSTEM } from '../../../src/platform/history/record';
import { countQueries } from '../../support/count-queries';
import { addPage, openEmptySite, type TestSite } from '../../support/site';
import { addMany } from './many-pages';
import { brokenPages } from './tree-checks';

let site: TestSite;
beforeAll(async () => { site = await openEmptySite(); });
afterAll(() => site.close());

const get = (path: string) => request(site.server).get(path);
const call = (pageId: number) => trash(site.deps, SYSTEM, { pageId, reason: 'It was a mistake.' });

test('a page goes with all below it, and every address says why, old ones too', async () => {
  const pageId = await addPage(site, { path: '/project', type: 'section', title: 'Zirkonium' });
  const child = await addPage(site, { path: '/project/plan', title: 'Zirkonium plan' });
  await rename(site.deps, SYSTEM, { pageId: child, slug: 'plans' });
  await get('/project/plans/').expect(200);
  expect(await call(pageId)).toEqual([pageId, child]);

  for (const path of ['/project/', '/project/plan/', '/project/plans/']) expect((await get(path).expect(410)).text).toContain('It was a mistake.');
  expect((await get('/search/?query=zirkonium')).text).not.toContain('href="/project/');
  const { detail } = await site.deps.db('history').where({ action: 'page.trashed', objectId: String(pageId) }).first('detail');
  expect(detail).toMatchObject({ path: '/project', pages: 2, reason: 'It was a mistake.' });
  expect(await brokenPages(site)).toEqual([]);
});

test('what is in the trash uses nothing', async () => {
  const target = await addPage(site, { path: '/target' });
  const parent = await addPage(site, { path: '/user' });
  const child = await addPage(site, { path: '/user/child', common: { successor: `page:${target}`, status: 'superseded' } });
  expect(await listPagesReferringTo(site.deps.db, 'page', String(target))).toEqual([child]);
  await call(parent);
  expect(await listPagesReferringTo(site.deps.db, 'page', String(target))).toEqual([]);
});

test('a link to what is in the trash is plain text', async () => {
  const target = await addPage(site, { path: '/linked' });
  const text = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Read this', marks: [{ type: 'link', attrs: { ref: `page:${target}` } }] }] }] };
  const content = { ...site.deps.registry.pageTypes.get('standard')!.example, keyInfo: [{ id: 'b1', type: 'paragraph', value: { text } }] };
  await addPage(site, { path: '/linking', content });
  expect((await get('/linking/')).text).toContain('<a href="/linked/">Read this</a>');
  await call(target);
  const after = await get('/linking/');
  expect(after.text).toContain('Read this');
  expect(after.text).not.toContain('href="/linked/"');
});

test('a draft in the trash leaves no trace, and what was gone before keeps its own reason', async () => {
  const parent = await addPage(site, { path: '/mixed' });
  await addPage(site, { path: '/mixed/draft', published: false });
  await unpublish(site.deps, SYSTEM, { pageId: await addPage(site, { path: '/mixed/earlier' }), reason: 'Closed in May.' });
  await call(parent);
  await get('/mixed/draft/').expect(404);
  expect((await get('/mixed/earlier/').expect(410)).text).toContain('Closed in May.');
});

test('its address is free for another page', async () => {
  await call(await addPage(site, { path: '/seat', title: 'The first' }));
  await addPage(site, { path: '/seat', title: 'The second' });
  expect((await get('/seat/').expect(200)).text).toContain('The second');
});

test('nothing is changed in the trash, or added below it', async () => {
  const pageId = await addPage(site, { path: '/bin' });
  const below = await addPage(site, { path: '/bin/below' });
  await call(pageId);
  const { draftRevisionId } = await site.deps.db('pages').where('id', below).first('draftRevisionId');
  for (const change of [
    () => call(pageId), () => call(below), () => rename(site.deps, SYSTEM, { pageId: below, slug: 'x' }),
    () => publish(site.deps, SYSTEM, { pageId: below, revisionId: draftRevisionId }),
    () => createPage(site.deps, SYSTEM, { siteId: site.siteId, parentId: below, type: 'standard', slug: 'new', title: 'New', position: 0 }),
  ]) await expect(change()).rejects.toMatchObject({ status: 409, message: expect.stringContaining('in the trash') });
});

test('the home page, a locked page and one with a locked page below stay where they are', async () => {
  await expect(call(1)).rejects.toMatchObject({ status: 409 });
  const parent = await addPage(site, { path: '/kept' });
  const locked = await addPage(site, { path: '/kept/locked' });
  await site.deps.db('pages').where('id', locked).update({ lockedAt: new Date() });
  await expect(call(locked)).rejects.toMatchObject({ status: 409, message: expect.stringContaining('locked') });
  await expect(call(parent)).rejects.toMatchObject({ status: 409, message: expect.stringContaining('locked') });
  await get('/kept/locked/').expect(200);
});

test('500 pages go with as many statements as 5', async () => {
  const [few, many] = [await addPage(site, { path: '/few' }), await addPage(site, { path: '/many' })];
  await addMany(site, few, 4);
  await addMany(site, many, 499);
  const small = await countQueries(site.deps.db, () => call(few));
  expect(await countQueries(site.deps.db, () => call(many))).toBe(small);
  await get('/many/page-10/page-11/').expect(410);
});

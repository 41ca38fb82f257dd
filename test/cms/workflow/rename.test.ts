import request from 'supertest';
import { publish } from '../../../src/cms/workflow/publish';
import { rename } from '../../../src/cms/workflow/rename';
import { stateOf } from '../../../src/cms/workflow/states';
import { unpublish } from '../../../src/cms/workflow/unpublish';
import { getPage } from '../../../src/cms/pages/queries';
import { SYSTEM } from '../../../src/platform/history/record';
import { addPage, openEmptySite, savePage, type TestSite } from '../../support/site';
import { brokenPages } from './tree-checks';

let site: TestSite;
beforeAll(async () => { site = await openEmptySite(); });
afterAll(() => site.close());

const get = (path: string) => request(site.server).get(path);
const call = (pageId: number, slug: string) => rename(site.deps, SYSTEM, { pageId, slug });
const save = (pageId: number, slug: string, title: string) => (
  savePage(site, pageId, { slug, title, content: site.deps.registry.pageTypes.get('standard')!.example })
);

test('a page is at its new address at once, with all below it, and the old addresses lead there', async () => {
  const pageId = await addPage(site, { path: '/iesg' });
  await addPage(site, { path: '/iesg/members' });
  expect(await call(pageId, 'steering')).toMatchObject({ path: '/steering' });
  await get('/steering/').expect(200);
  expect((await get('/iesg/members/').expect(301)).headers.location).toBe('/steering/members/');
  expect((await get('/iesg/').expect(301)).headers.location).toBe('/steering/');
  const entry = await site.deps.db('history').where({ action: 'page.renamed' }).first('revisionBefore', 'revisionAfter', 'detail');
  expect(entry.detail).toMatchObject({ from: '/iesg', to: '/steering', pages: 2 });
  expect(entry.revisionAfter).toBeGreaterThan(entry.revisionBefore);
  expect(await brokenPages(site)).toEqual([]);
});

test('a draft stays a draft, and publishing it does not take the new name back', async () => {
  const pageId = await addPage(site, { path: '/draft', title: 'Public text' });
  await save(pageId, 'draft', 'Text to come');
  await call(pageId, 'renamed');
  expect((await get('/renamed/').expect(200)).text).toContain('Public text');
  const page = await getPage(site.deps.db, pageId);
  expect(stateOf(page)).toBe('live-with-draft');

  await publish(site.deps, SYSTEM, { pageId, revisionId: page.draftRevisionId! });
  expect((await get('/renamed/').expect(200)).text).toContain('Text to come');
});

test('a page without a draft has none afterwards', async () => {
  const pageId = await addPage(site, { path: '/settled' });
  await call(pageId, 'still-settled');
  expect(stateOf(await getPage(site.deps.db, pageId))).toBe('live');
});

test('a slug that somebody typed into the draft still waits there', async () => {
  const pageId = await addPage(site, { path: '/typed' });
  const revisionId = await save(pageId, 'from-the-draft', 'Typed');
  await call(pageId, 'at-once');
  await get('/at-once/').expect(200);
  await publish(site.deps, SYSTEM, { pageId, revisionId });
  for (const path of ['/typed/', '/at-once/']) expect((await get(path).expect(301)).headers.location).toBe('/from-the-draft/');
});

test('a page that was unpublished, renamed and published again is found from all its former addresses', async () => {
  const pageId = await addPage(site, { path: '/first' });
  await call(pageId, 'second');
  await unpublish(site.deps, SYSTEM, { pageId, reason: 'For a while.' });
  await call(pageId, 'third');
  for (const path of ['/first/', '/second/']) expect((await get(path).expect(410)).text).toContain('For a while.');
  await get('/third/').expect(404); // never public there

  await publish(site.deps, SYSTEM, { pageId, revisionId: await save(pageId, 'fourth', 'Fourth') });
  for (const path of ['/first/', '/second/']) expect((await get(path).expect(301)).headers.location).toBe('/fourth/');
  await get('/third/').expect(404);
});

test('a page that was never public leaves no trace, saved or not', async () => {
  const pageId = await addPage(site, { path: '/hidden', published: false });
  await call(pageId, 'concealed');
  await get('/hidden/').expect(404);
  expect(await site.deps.db('addresses').where({ pageId })).toEqual([]);
});

test('an old address goes to the page that takes it, and does not come back', async () => {
  const first = await addPage(site, { path: '/name', title: 'The first' });
  await call(first, 'other-name');
  const second = await addPage(site, { path: '/name', title: 'The second' });
  expect((await get('/name/').expect(200)).text).toContain('The second');
  await call(second, 'third-name');
  expect((await get('/name/').expect(301)).headers.location).toBe('/third-name/');
});

test.each([
  ['Upper', 422, 'lower-case'], ['', 422, 'needed'], ['search', 422, 'kept for the program'], ['this', 422, 'already'], ['taken', 409, '“taken” below /'],
])('“%s” is refused with %i', async (slug, status, message) => {
  const { db } = site.deps;
  const pageId = (await db('pages').where('slug', 'this').first<{ id: number } | undefined>('id'))?.id ?? await addPage(site, { path: '/this' });
  if (!(await db('pages').where('slug', 'taken').first())) await addPage(site, { path: '/taken' });
  const revisions = await db('revisions').count().first();
  await expect(call(pageId, slug)).rejects.toMatchObject({ status, message: expect.stringContaining(message) });
  expect(await db('revisions').count().first()).toEqual(revisions);
});

test('the home page, and a page that somebody locked, keep their names', async () => {
  const pageId = await addPage(site, { path: '/locked' });
  const revisionId = await save(pageId, 'locked', 'Locked');
  await site.deps.db('pages').where('id', pageId).update({ lockedAt: new Date() });
  await expect(call(pageId, 'unlocked')).rejects.toMatchObject({ status: 409, message: 'This page is locked: unlock it first.' });
  await expect(call(1, 'start')).rejects.toMatchObject({ status: 409 });
  await expect(publish(site.deps, SYSTEM, { pageId, revisionId })).rejects.toMatchObject({ status: 409 });
});

import request from 'supertest';
import { createPage } from '../../../src/cms/pages/create';
import { publish } from '../../../src/cms/workflow/publish';
import { SYSTEM } from '../../../src/platform/history/record';
import { addPage, openEmptySite, savePage, type TestSite } from '../../support/site';

let site: TestSite;
beforeAll(async () => { site = await openEmptySite(); });
afterAll(() => site.close());

const paragraph = (text: string, marks: object[] = []) => ({
  id: 'b1', type: 'paragraph', value: { text: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text, ...(marks.length ? { marks } : {}) }] }] } },
});
const standard = (change: object = {}): Record<string, unknown> => ({ ...structuredClone(site.deps.registry.pageTypes.get('standard')!.example), ...change });

test('publishing derives references, the listing, the search row and history', async () => {
  const target = await addPage(site, { path: '/target', title: 'Target' });
  const pageId = await addPage(site, {
    path: '/source', title: 'Source', common: { description: 'A page that refers to another.' },
    content: standard({ keyInfo: [paragraph('Quicksilver', [{ type: 'link', attrs: { ref: `page:${target}#top` } }])] }),
  });

  const { db } = site.deps;
  expect(await db('pageReferences').where({ pageId }).select('kind', 'key', 'fragment')).toContainEqual({ kind: 'page', key: String(target), fragment: 'top' });
  expect(await db('listings').where({ pageId }).first('title', 'summary')).toEqual({ title: 'Source', summary: 'A page that refers to another.' });
  expect((await db('searchDocuments').where({ pageId }).first('body')).body).toContain('Quicksilver');
  expect(await db('history').where({ objectType: 'page', objectId: String(pageId) }).orderBy('id').pluck('action')).toEqual(['page.created', 'page.saved', 'page.published']);
  const { text } = await request(site.server).get('/source/').expect(200);
  expect(text).toContain('<a href="/target/#top">Quicksilver</a>');
});

test('what was published is seen by the very next request, and found', async () => {
  const pageId = await addPage(site, { path: '/fresh', title: 'Before' });
  await request(site.server).get('/fresh/').expect(200);
  const revisionId = await savePage(site, pageId, { slug: 'fresh', title: 'Afterwards', content: standard() });
  expect((await request(site.server).get('/fresh/')).text).toContain('Before');
  await publish(site.deps, SYSTEM, { pageId, revisionId });
  expect((await request(site.server).get('/fresh/')).text).toContain('Afterwards');
  expect((await request(site.server).get('/search/?query=afterwards')).text).toContain('/fresh/');
});

test('a draft may be incomplete; publishing it says what is missing and changes nothing', async () => {
  const pageId = await addPage(site, { path: '/complete', title: 'Complete' });
  const revisionId = await savePage(site, pageId, {
    slug: 'complete', title: 'Incomplete',
    content: standard({ keyInfo: [{ id: 'i1', type: 'image', value: { image: { ref: 'image:1', alt: null, decorative: false }, caption: null, credit: null } }] }),
  });
  await expect(publish(site.deps, SYSTEM, { pageId, revisionId })).rejects.toMatchObject({
    status: 422, problems: [expect.objectContaining({ field: expect.stringContaining('keyInfo.0') })],
  });
  expect((await request(site.server).get('/complete/')).text).toContain('Complete');
});

test('two pages cannot take one address, not even by renaming', async () => {
  await addPage(site, { path: '/taken', title: 'First' });
  await expect(createPage(site.deps, SYSTEM, { siteId: site.siteId, parentId: 1, type: 'standard', slug: 'taken', title: 'Second', position: 0 }))
    .rejects.toMatchObject({ status: 409 });
  const pageId = await addPage(site, { path: '/other', title: 'Other' });
  const revisionId = await savePage(site, pageId, { slug: 'taken', title: 'Other', content: standard() });
  await expect(publish(site.deps, SYSTEM, { pageId, revisionId })).rejects.toMatchObject({ status: 409 });
});

test.each(['Upper', 'with space', '..', 'a/b', '', '-x'])('“%s” is no slug', async (slug) => {
  await expect(createPage(site.deps, SYSTEM, { siteId: site.siteId, parentId: 1, type: 'standard', slug, title: 'X', position: 0 })).rejects.toMatchObject({ status: 422 });
});

test('the program keeps its own first segments', async () => {
  await expect(createPage(site.deps, SYSTEM, { siteId: site.siteId, parentId: 1, type: 'standard', slug: 'admin', title: 'X', position: 0 })).rejects.toMatchObject({ status: 422 });
});

test('a type stands only where its rule allows', async () => {
  await expect(createPage(site.deps, SYSTEM, { siteId: site.siteId, parentId: 1, type: 'post', slug: 'lost-post', title: 'X', position: 0 })).rejects.toMatchObject({ status: 422 });
});

test('revisions and history cannot be changed, whoever tries', async () => {
  await expect(site.deps.db('revisions').update({ title: 'Forged' })).rejects.toThrow('never changed');
  await expect(site.deps.db('history').del()).rejects.toThrow('never changed');
});

test('a failure in the middle leaves nothing behind', async () => {
  const pageId = await addPage(site, { path: '/whole', title: 'Whole' });
  const revisionId = await savePage(site, pageId, { slug: 'half', title: 'Half', content: standard() });
  const broken = { ...site.deps, reactions: { 'page.published': () => { throw new Error('no jobs today'); } } };
  await expect(publish(broken, SYSTEM, { pageId, revisionId })).rejects.toThrow('no jobs today');

  await request(site.server).get('/half/').expect(404);
  expect((await request(site.server).get('/whole/').expect(200)).text).toContain('Whole');
  expect(await site.deps.db('pages').where('id', pageId).first('path', 'title')).toEqual({ path: '/whole', title: 'Whole' });
});

import request from 'supertest';
import { getPage } from '../../../src/cms/pages/queries';
import { getRevision } from '../../../src/cms/revisions/queries';
import { copy } from '../../../src/cms/workflow/copy';
import { publish } from '../../../src/cms/workflow/publish';
import { restrict } from '../../../src/cms/workflow/restrict';
import { trash } from '../../../src/cms/workflow/trash';
import { SYSTEM } from '../../../src/platform/history/record';
import { addPerson, historyOf, openPeopleSite, type PeopleSite } from '../../accounts/people-site';
import { addPage, savePage } from '../../support/site';
import { brokenPages } from './tree-checks';

let site: PeopleSite;
let userId: number;
beforeAll(async () => {
  site = await openPeopleSite();
  userId = await addPerson(site, 'writer@example.org', 'editors');
});
afterAll(() => site.close());

const actor = () => ({ ...SYSTEM, userId });
const link = (text: string, ref: string) => ({
  id: 'l1', type: 'paragraph', value: { text: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text, marks: [{ type: 'link', attrs: { ref } }] }] }] } },
});
const linking = (ref: string) => ({ ...structuredClone(site.deps.registry.pageTypes.get('standard')!.example), keyInfo: [link('there', ref)] });
const asked = (pageId: number, parentId: number, more: object = {}) => ({ pageId, parentId, slug: null, title: null, below: true, ...more });

test('a subtree is copied as drafts whose links lead to each other; readers see nothing of it', async () => {
  const top = await addPage(site, { path: '/guide', title: 'Guide' });
  const child = await addPage(site, { path: '/guide/first', title: 'First', content: linking(`page:${top}#mission`) });
  const outside = await addPage(site, { path: '/outside' });
  await addPage(site, { path: '/guide/second', content: linking(`page:${outside}`), published: false });
  await savePage(site, top, { slug: 'guide', title: 'Guide, rewritten', content: linking(`page:${child}`) });

  const copied = await getPage(site.deps.db, await copy(site.deps, actor(), asked(top, 1)));
  expect(copied).toMatchObject({ path: '/guide-copy', liveRevisionId: null, ownerId: userId, title: 'Guide, rewritten' });
  const below = await site.deps.db('pages').where({ parentId: copied.id }).orderBy('path');
  expect(below.map((page: { path: string; liveRevisionId: number | null }) => [page.path, page.liveRevisionId])).toEqual([['/guide-copy/first', null], ['/guide-copy/second', null]]);
  const content = async (page: { id: number; draftRevisionId: number }) => JSON.stringify((await getRevision(site.deps.db, page.id, page.draftRevisionId)).content);
  expect(await content(copied as { id: number; draftRevisionId: number })).toContain(`"page:${below[0].id}"`);
  expect(await content(below[0])).toContain(`"page:${copied.id}#mission"`);
  expect(await content(below[1])).toContain(`"page:${outside}"`);
  await request(site.server).get('/guide-copy/').expect(404);
  expect(await historyOf(site, 'page.copied')).toMatchObject([{ objectId: String(copied.id), actorId: userId, detail: { from: '/guide', to: '/guide-copy', pages: 3 } }]);
  expect(await brokenPages(site)).toEqual([]);

  expect((await getPage(site.deps.db, await copy(site.deps, actor(), asked(top, 1, { below: false })))).path).toBe('/guide-copy-2');
});

test('a copy of a private page is private when it comes live, and so is what stands below', async () => {
  const top = await addPage(site, { path: '/board' });
  await addPage(site, { path: '/board/minutes' });
  await restrict(site.deps, SYSTEM, { pageId: top, access: 'signed-in', password: null });
  const copied = await copy(site.deps, actor(), asked(top, 1, { slug: 'council' }));
  const below = await site.deps.db('pages').where({ parentId: copied }).first<{ id: number; effectiveAccess: string; gateId: number; draftRevisionId: number }>();
  expect(below).toMatchObject({ effectiveAccess: 'signed-in', gateId: copied });
  await publish(site.deps, SYSTEM, { pageId: copied, revisionId: (await getPage(site.deps.db, copied)).draftRevisionId! });
  expect((await request(site.server).get('/council/')).status).not.toBe(200);
  expect(await brokenPages(site)).toEqual([]);
});

test('what is in the trash stays there', async () => {
  const top = await addPage(site, { path: '/mixed' });
  await trash(site.deps, SYSTEM, { pageId: await addPage(site, { path: '/mixed/old' }), reason: 'Old.' });
  const copied = await copy(site.deps, actor(), asked(top, 1));
  expect(await site.deps.db('pages').where({ parentId: copied })).toEqual([]);
});

test('a page can be copied below itself, once', async () => {
  const top = await addPage(site, { path: '/nest' });
  await copy(site.deps, actor(), asked(top, top, { slug: 'inner' }));
  expect((await site.deps.db('pages').where('path', 'like', '/nest%').select<{ path: string }[]>('path')).map(({ path }) => path).sort()).toEqual(['/nest', '/nest/inner']);
});

test('refusals: a taken slug, a place where the type may not stand, the home page, too much', async () => {
  const top = await addPage(site, { path: '/limits' });
  await expect(copy(site.deps, actor(), asked(top, 1, { slug: 'limits' }))).rejects.toMatchObject({ status: 409 });
  await expect(copy(site.deps, actor(), asked(1, top))).rejects.toMatchObject({ status: 409 });
  const blog = await addPage(site, { path: '/blog', type: 'blog' });
  await expect(copy(site.deps, actor(), asked(top, blog))).rejects.toMatchObject({ status: 422 });
  await expect(copy(site.deps, actor(), asked(top, 1, { allow: () => false }))).rejects.toMatchObject({ status: 403 });

  const many = Array.from({ length: 501 }, (_, number) => ({
    siteId: site.siteId, parentId: top, ancestorIds: [1, top], position: number, type: 'standard', slug: `p-${number}`, path: `/limits/p-${number}`, title: `P ${number}`,
    createdAt: site.deps.now(), updatedAt: site.deps.now(),
  }));
  await site.deps.db.batchInsert('pages', many, 200);
  await expect(copy(site.deps, actor(), asked(top, 1))).rejects.toMatchObject({ status: 409, message: expect.stringContaining('500') });
  await copy(site.deps, actor(), asked(top, 1, { below: false }));
});

import request from 'supertest';
import { getPage } from '../../../src/cms/pages/queries';
import { publish } from '../../../src/cms/workflow/publish';
import { rename } from '../../../src/cms/workflow/rename';
import { undoPublication } from '../../../src/cms/workflow/undo-publication';
import { SYSTEM } from '../../../src/platform/history/record';
import { historyOf, openPeopleSite, type PeopleSite } from '../../accounts/people-site';
import { addPage, savePage } from '../../support/site';
import { brokenPages } from './tree-checks';

let site: PeopleSite;
beforeAll(async () => { site = await openPeopleSite(); });
afterAll(() => site.close());

const get = (path: string) => request(site.server).get(path);
const undo = (pageId: number, revisionId: number) => undoPublication(site.deps, SYSTEM, { pageId, revisionId });
async function publishAgain(pageId: number, slug: string, title: string): Promise<number> {
  const revisionId = await savePage(site, pageId, { slug, title, content: site.deps.registry.pageTypes.get('standard')!.example });
  await publish(site.deps, SYSTEM, { pageId, revisionId });
  return revisionId;
}

test('undoing brings back the text, the address and the date from before; the draft stays', async () => {
  site.clock.now = new Date('2026-12-01T09:00:00Z');
  const pageId = await addPage(site, { path: '/before', title: 'Before' });
  const first = await getPage(site.deps.db, pageId);
  site.clock.now = new Date('2026-12-02T09:00:00Z');
  const revisionId = await publishAgain(pageId, 'after', 'After');
  await get('/after/').expect(200);
  await undo(pageId, revisionId);

  expect((await get('/before/').expect(200)).text).toContain('Before');
  expect((await get('/after/').expect(301)).headers.location).toBe('/before/');
  expect(await getPage(site.deps.db, pageId)).toMatchObject({ liveRevisionId: first.liveRevisionId, draftRevisionId: revisionId, lastPublishedAt: first.lastPublishedAt });
  expect(await historyOf(site, 'page.publication-undone')).toMatchObject([{ objectId: String(pageId) }]);
  expect(await brokenPages(site)).toEqual([]);
  await expect(undo(pageId, revisionId)).rejects.toMatchObject({ status: 409 });
});

test('a first publication that is undone takes the page off', async () => {
  const pageId = await addPage(site, { path: '/too-early' });
  await undo(pageId, (await getPage(site.deps.db, pageId)).liveRevisionId!);
  expect((await get('/too-early/').expect(410)).text).toContain('by mistake');
  expect((await getPage(site.deps.db, pageId)).draftRevisionId).not.toBeNull();
});

test('not when something newer was published, or the page got another name since', async () => {
  const pageId = await addPage(site, { path: '/moving' });
  const first = (await getPage(site.deps.db, pageId)).liveRevisionId!;
  const second = await publishAgain(pageId, 'moving', 'Second');
  await expect(undo(pageId, first)).rejects.toMatchObject({ status: 409 });
  await rename(site.deps, SYSTEM, { pageId, slug: 'moved' });
  await expect(undo(pageId, second)).rejects.toMatchObject({ status: 409 });
  await expect(undo(pageId, (await getPage(site.deps.db, pageId)).liveRevisionId!)).rejects.toMatchObject({ status: 409 });
});

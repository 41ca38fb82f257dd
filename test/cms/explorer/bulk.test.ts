import { insertGroupUnlessThere } from '../../../src/accounts/queries';
import { getPageType } from '../../../src/cms/registry';
import { addPage, savePage } from '../../support/site';
import { addPerson, historyOf, openPeopleSite, send, signedIn, type Agent, type PeopleSite } from '../../accounts/people-site';

let site: PeopleSite;
let admin: Agent;
let mixed: Agent;
let ids: Record<'a' | 'below' | 'b' | 'locked' | 'draft' | 'foreign' | 'place', number>;
beforeAll(async () => {
  site = await openPeopleSite();
  admin = await signedIn(site, 'admin@example.org');
  const level = await addPage(site, { path: '/level', title: 'Level' });
  ids = {
    a: await addPage(site, { path: '/level/a', title: 'First' }), below: await addPage(site, { path: '/level/a/below', title: 'Below first' }), b: await addPage(site, { path: '/level/b', title: 'Second' }),
    locked: await addPage(site, { path: '/level/locked', title: 'Note Well' }), draft: await addPage(site, { path: '/level/draft', title: 'Unfinished', published: false }),
    foreign: await addPage(site, { path: '/foreign', title: 'Foreign' }), place: await addPage(site, { path: '/place', title: 'Place' }),
  };
  const grants = ['view', 'edit', 'publish', 'trash', 'add'].map((verb) => ({ verb, scope: `page:${level}` }));
  await insertGroupUnlessThere(site.deps.db, { key: 'level', name: 'Level', description: 'Keepers.', grants: [...grants, { verb: 'enter', scope: 'area:staff' }, { verb: 'view', scope: `page:${ids.foreign}` }] });
  await addPerson(site, 'mixed@example.org', 'level');
  mixed = await signedIn(site, 'mixed@example.org');
}, 60_000);
beforeEach(async () => {
  await site.deps.db('rateLimits').del();
  await site.deps.db('pages').where({ id: ids.locked }).update({ lockedAt: site.clock.now });
});
afterAll(() => site.close());

const query = (action: string, pages: readonly number[]): string => `/admin/pages/bulk?action=${action}&${pages.map((id) => `id=${id}`).join('&')}`;
const form = (action: string, pages: readonly number[], more: Record<string, string> = {}): Record<string, string | string[]> => ({ action, id: pages.map(String), back: '/admin/pages?sort=title', ...more });
const stateOf = (id: number) => site.deps.db('pages').where({ id }).first<{ liveRevisionId: number | null; draftRevisionId: number; trashedAt: Date | null; path: string }>('liveRevisionId', 'draftRevisionId', 'trashedAt', 'path');

test('the question says what it touches: pages, those below, links, menus, and what stays with why', async () => {
  const linking = await addPage(site, { path: '/linking', title: 'Linking page' });
  await site.deps.db('pageReferences').insert({ pageId: linking, position: 99, kind: 'page', key: String(ids.below) });
  await site.deps.db('navigationItems').insert({ siteId: site.siteId, menu: 'main', position: 1, label: 'To the first', target: `page:${ids.a}` });
  const { text, status } = await mixed.get(query('trash', [ids.a, ids.b, ids.locked, ids.foreign, ids.draft]));
  expect(status).toBe(200);
  for (const part of ['<h1>Trash 5 pages</h1>', 'Trash 3 pages</button>', 'and 1 page below it', '“To the first”', 'This page is locked: unlock it first.', 'You may not trash this page.', 'The addresses of 3 pages say', '“Linking page”']) expect(text).toContain(part);
  expect((await stateOf(ids.a)).trashedAt).toBeNull();
});

test('a page that one may not see is as if it were not there', async () => {
  expect((await mixed.get(query('publish', [ids.place]))).status).toBe(404);
  expect((await send(mixed, 'POST', '/admin/pages/bulk', form('publish', [ids.place]))).status).toBe(404);
  const { text } = await mixed.get(query('publish', [ids.a, ids.place]));
  expect(text).not.toContain('/place/');
});

test('publishing several: each that can be is, and the report says why the others were not', async () => {
  await savePage(site, ids.a, { slug: 'a', title: 'First, new', content: getPageType(site.deps.registry, 'standard').example });
  await savePage(site, ids.foreign, { slug: 'foreign', title: 'Foreign, new', content: getPageType(site.deps.registry, 'standard').example });
  const answer = await send(mixed, 'POST', '/admin/pages/bulk', form('publish', [ids.draft, ids.a, ids.b, ids.locked, ids.foreign]));
  expect(answer.status).toBe(200);
  for (const part of ['2 of 5 pages published', 'It is public as it was saved last.', 'This page is locked', 'You may not publish this page.']) expect(answer.text).toContain(part);
  for (const id of [ids.a, ids.draft]) expect(await stateOf(id)).toMatchObject({ liveRevisionId: (await stateOf(id)).draftRevisionId });
  expect((await stateOf(ids.foreign)).liveRevisionId).not.toBe((await stateOf(ids.foreign)).draftRevisionId);
});

test('all of them done leads back to the list with a note; each has its own line of history', async () => {
  const before = (await historyOf(site, 'page.unpublished')).length;
  const answer = await send(mixed, 'POST', '/admin/pages/bulk', form('unpublish', [ids.b, ids.draft], { reason: 'Being rewritten.' }));
  expect([answer.status, answer.headers.location]).toEqual([303, '/admin/pages?sort=title&done=unpublished&n=2']);
  const entries = (await historyOf(site, 'page.unpublished')).slice(before);
  expect(entries.map(({ objectId, detail }) => [objectId, detail.reason])).toEqual([[String(ids.b), 'Being rewritten.'], [String(ids.draft), 'Being rewritten.']]);
  expect((await admin.get('/admin/pages?sort=title&done=unpublished&n=2')).text).toContain('2 pages are not public any more.');
});

test('nothing done is a conflict', async () => {
  const answer = await send(mixed, 'POST', '/admin/pages/bulk', form('unpublish', [ids.b, ids.locked], { reason: 'Again.' }));
  expect(answer.status).toBe(409);
  expect(answer.text).toContain('This page is not public.');
});

test('moving: where to is asked with the tree, and refused where one may not add', async () => {
  const { text } = await mixed.get(query('move', [ids.b]));
  expect(text).toMatch(/value="\/level\/a\/" form="bulk-form">/);
  expect(text).toMatch(/value="\/level\/b\/" form="bulk-form" disabled>/);
  expect((await send(mixed, 'POST', '/admin/pages/bulk', form('move', [ids.b]))).status).toBe(422);
  expect((await send(mixed, 'POST', '/admin/pages/bulk', form('move', [ids.b], { parent: '/foreign/' }))).status).toBe(422);
  const answer = await send(mixed, 'POST', '/admin/pages/bulk', form('move', [ids.b], { parent: '/level/a/' }));
  expect(answer.headers.location).toBe(`/admin/pages/${ids.a}?done=moved&n=1`);
  expect((await stateOf(ids.b)).path).toBe('/level/a/b');
});

test('a page below another that was selected too goes along with it', async () => {
  const answer = await send(admin, 'POST', '/admin/pages/bulk', form('trash', [ids.below, ids.a], { reason: 'Done with.' }));
  expect(answer.headers.location).toContain('done=trashed&n=2');
  expect((await historyOf(site, 'page.trashed')).map(({ objectId }) => objectId)).toEqual([String(ids.a)]);
});

test('bad input: no page, too many, no reason, an unknown act, a way back that leads elsewhere', async () => {
  expect((await admin.get('/admin/pages/bulk?action=trash')).status).toBe(400);
  expect((await admin.get(query('burn', [ids.b]))).status).toBe(400);
  expect((await send(admin, 'POST', '/admin/pages/bulk', form('trash', Array.from({ length: 101 }, (_, index) => index + 1), { reason: 'x' }))).status).toBe(422);
  const typed = await send(admin, 'POST', '/admin/pages/bulk', form('trash', [ids.foreign], { reason: '' }));
  expect([typed.status, typed.text.includes('A reason is needed')]).toEqual([422, true]);
  expect((await admin.get(`${query('trash', [ids.foreign])}&back=//evil.example/`)).text).not.toContain('evil');
});

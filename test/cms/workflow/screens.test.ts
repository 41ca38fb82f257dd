import request from 'supertest';
import { getPage } from '../../../src/cms/pages/queries';
import { schedulePublication } from '../../../src/cms/workflow/schedule';
import { SYSTEM } from '../../../src/platform/history/record';
import { addPerson, openPeopleSite, send, signedIn, type Agent, type PeopleSite } from '../../accounts/people-site';
import { addPage } from '../../support/site';

let site: PeopleSite;
let publisher: Agent;
let editor: Agent;
let publisherId: number;
beforeAll(async () => {
  site = await openPeopleSite();
  site.clock.now = new Date('2026-11-22T12:00:00Z');
  publisherId = await addPerson(site, 'publisher@example.org', 'publishers');
  await addPerson(site, 'editor@example.org', 'editors');
  await site.deps.db('users').update({ timeZone: 'Europe/Vienna' });
  publisher = await signedIn(site, 'publisher@example.org');
  editor = await signedIn(site, 'editor@example.org');
});
afterAll(() => site.close());

const example = () => structuredClone(site.deps.registry.pageTypes.get('standard')!.example);
const page = (id: number) => getPage(site.deps.db, id);
const publication = (pageId: number, fields: Record<string, string>) => send(publisher, 'POST', `/admin/pages/${pageId}/publication`, fields);

test('unpublishing and trashing say first what they touch, and need a reason', async () => {
  const pageId = await addPage(site, { path: '/going', title: 'Going' });
  const below = await addPage(site, { path: '/going/below' });
  await addPage(site, { path: '/linking', title: 'Linking', content: { ...example(), keyInfo: [{ id: 'l1', type: 'paragraph', value: { text: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { ref: `page:${pageId}` } }] }] }] } } }] } });
  for (const path of ['unpublication/new', 'trash']) {
    const { text } = await publisher.get(`/admin/pages/${pageId}/${path}`).expect(200);
    for (const words of ['/going/', '1 page', '“Linking”', 'Readers see this sentence']) expect(text).toContain(words);
  }
  expect((await send(publisher, 'DELETE', `/admin/pages/${pageId}/publication`, { reason: ' ' })).status).toBe(422);
  expect((await send(publisher, 'DELETE', `/admin/pages/${pageId}/publication`, { reason: 'Out of date.' })).status).toBe(303);
  expect((await request(site.server).get('/going/').expect(410)).text).toContain('Out of date.');
  await request(site.server).get('/going/below/').expect(200);
  expect((await send(publisher, 'DELETE', `/admin/pages/${pageId}/publication`, { reason: 'Again.', below: 'on' })).status).toBe(303);
  await request(site.server).get('/going/below/').expect(410);
  expect((await send(publisher, 'DELETE', `/admin/pages/${pageId}/publication`, { reason: 'Again.' })).status).toBe(409);
  expect((await send(publisher, 'POST', `/admin/pages/${pageId}/trash`, { reason: 'Away.' })).headers.location).toBe('/admin/pages/1?done=trashed');
  expect(await page(below)).toMatchObject({ ancestorTrashed: true });
});

test('moving asks for both places, in words', async () => {
  const pageId = await addPage(site, { path: '/mover' });
  await addPage(site, { path: '/target' });
  const move = (fields: Record<string, string>, who = publisher) => send(who, 'POST', `/admin/pages/${pageId}/move`, fields);
  expect((await move({})).text).toContain('Choose a page, or type its address.');
  expect((await move({ address: '/nowhere/' })).text).toContain('There is no page at this address.');
  expect((await move({ address: '/mover/' })).status).toBe(409);
  expect((await move({ parent: '/target/', address: '/other/' })).status).toBe(422);
  expect((await move({ parent: '/target/' }, editor)).status).toBe(403);
  expect((await move({ address: `${site.origin}/target/` })).headers.location).toBe(`/admin/pages/${pageId}/edit?done=moved`);
  expect((await request(site.server).get('/mover/').expect(301)).headers.location).toBe('/target/mover/');
});

test('copying goes beside the original unless another place is chosen', async () => {
  const pageId = await addPage(site, { path: '/original', title: 'Original' });
  const answer = await send(editor, 'POST', `/admin/pages/${pageId}/copy`, { title: 'The copy', slug: '' });
  const copied = Number(/\d+/.exec(answer.headers.location!)![0]);
  expect(await page(copied)).toMatchObject({ path: '/original-copy', title: 'The copy', liveRevisionId: null });
  expect((await send(editor, 'POST', `/admin/pages/${pageId}/copy`, { title: 'X', slug: 'original' })).status).toBe(409);
  expect((await send(editor, 'POST', `/admin/pages/${pageId}/copy`, { title: 'X', slug: 'No Slug' })).status).toBe(422);
});

test('settings, lock and access; somebody else\'s lock is taken off only by those who may lock', async () => {
  const pageId = await addPage(site, { path: '/kept', title: 'Kept' });
  const contributorId = await addPerson(site, 'contributor@example.org', 'contributors');
  await site.deps.db('pages').where({ id: pageId }).update({ ownerId: contributorId });
  const contributor = await signedIn(site, 'contributor@example.org');
  expect((await send(publisher, 'PATCH', `/admin/pages/${pageId}/settings`, { owner: String(publisherId), reviewOn: '2027-01-31', date: '2026-12-24', time: '18:00', zone: 'Europe/Vienna' })).status).toBe(303);
  expect(await page(pageId)).toMatchObject({ ownerId: publisherId, reviewOn: '2027-01-31', expiresAt: new Date('2026-12-24T17:00:00Z') });
  expect((await publisher.get('/admin/schedule')).text).toContain('Goes offline');
  expect((await send(editor, 'PATCH', `/admin/pages/${pageId}/settings`, { owner: '', reviewOn: '' })).status).toBe(303);
  expect(await page(pageId)).toMatchObject({ ownerId: null, expiresAt: new Date('2026-12-24T17:00:00Z') });

  expect((await send(publisher, 'POST', `/admin/pages/${pageId}/lock`)).status).toBe(303);
  expect((await send(contributor, 'DELETE', `/admin/pages/${pageId}/lock`)).status).toBe(403);
  expect((await publisher.get(`/admin/pages/${pageId}/settings`)).text).toContain('Name of publisher@example.org locked it');
  expect((await send(publisher, 'PUT', `/admin/pages/${pageId}/access`, { access: 'signed-in' })).status).toBe(409);
  expect((await send(editor, 'DELETE', `/admin/pages/${pageId}/lock`)).status).toBe(303);

  expect((await send(publisher, 'PUT', `/admin/pages/${pageId}/access`, { access: 'password', password: 'x' })).status).toBe(422);
  expect((await send(publisher, 'PUT', `/admin/pages/${pageId}/access`, { access: 'signed-in' })).status).toBe(303);
  expect((await page(pageId)).effectiveAccess).toBe('signed-in');
  expect((await editor.get(`/admin/pages/${pageId}/access`)).status).toBe(403);
});

test('a failed plan stands on top of the queue with its reason until somebody sees to it', async () => {
  const pageId = await addPage(site, { path: '/failing', title: 'Failing', published: false });
  const revisionId = (await page(pageId)).draftRevisionId!;
  const id = await schedulePublication(site.deps, { ...SYSTEM, userId: publisherId }, { pageId, revisionId, dueAt: new Date('2026-11-22T13:00:00Z'), timeZone: 'UTC' });
  await site.deps.db('scheduledPublications').where({ id }).update({ state: 'failed', problem: 'This page is locked: unlock it first.', finishedAt: new Date('2026-11-22T13:00:02Z') });
  site.clock.now = new Date('2026-11-22T13:01:00Z');
  const queue = (await publisher.get('/admin/schedule').expect(200)).text;
  expect(queue).toContain('Did not go live');
  expect(queue).toContain('This page is locked: unlock it first.');
  expect((await publication(pageId, { revision: String(revisionId), when: 'now' })).status).toBe(303);
  expect((await publisher.get('/admin/schedule')).text).not.toContain('Did not go live');
});

test('a page that one may not see is not there, for every screen', async () => {
  const reader = await addPerson(site, 'limited@example.org');
  const [group] = await site.deps.db('userGroups').insert({ key: 'limited', name: 'Limited', description: '' }).returning<{ id: number }[]>('id');
  const mine = await addPage(site, { path: '/mine' });
  const theirs = await addPage(site, { path: '/theirs' });
  await site.deps.db('userGroupMembers').insert({ userId: reader, groupId: group!.id });
  await site.deps.db('grants').insert([{ groupId: group!.id, verb: 'enter', scope: 'area:staff' }, ...['view', 'edit', 'publish', 'trash', 'lock', 'add'].map((verb) => ({ groupId: group!.id, verb, scope: `page:${mine}` }))]);
  const limited = await signedIn(site, 'limited@example.org');
  for (const path of ['publication/new', 'unpublication/new', 'move', 'copy', 'trash', 'settings', 'access']) {
    await limited.get(`/admin/pages/${mine}/${path}`).expect(200);
    await limited.get(`/admin/pages/${theirs}/${path}`).expect(404);
  }
  expect((await send(limited, 'POST', `/admin/pages/${mine}/move`, { address: '/theirs/' })).text).toContain('There is no page at this address.');
});

import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { addUser, openAccountsApp, signIn, type AccountsApp } from './accounts-app';

let site: AccountsApp;
beforeAll(async () => {
  site = await openAccountsApp();
  await addUser(site, 'editor@example.org', 'editors');
  await addUser(site, 'reader@example.org');
});
afterAll(() => site.close());

test('a stranger who sends something to a staff address is asked to sign in; nothing is sent again', async () => {
  const answer = await request(site.app).post('/admin/pages').set('Sec-Fetch-Site', 'same-origin').type('form').send({ title: 'x' }).expect(303);
  expect(answer.headers.location).toBe('/sign-in?next=%2Fadmin');
});

test.each([
  ['the staff page it came from', (host: string) => `http://${host}/admin/images/9?q=map&page=2`, '/admin/images/9?q=map&page=2'],
  ['nothing of another site', () => 'https://evil.example/admin/images', '/admin'],
  ['nothing of another port', () => 'http://127.0.0.1:1/admin/images', '/admin'],
  ['no page for readers', (host: string) => `http://${host}/about/`, '/admin'],
  ['no page with a similar name', (host: string) => `http://${host}/administrators`, '/admin'],
  ['no path in disguise', (host: string) => `http://${host}/admin/..//evil.example`, '/admin'],
  ['nothing endless', (host: string) => `http://${host}/admin/images?q=${'x'.repeat(1_000)}`, '/admin'],
  ['no nonsense', () => 'javascript:alert(1)', '/admin'],
])('whoever signs in after sending something comes back to: %s', async (_what, referer, next) => {
  const server = site.app.listen(0);
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answer = await request(`http://${host}`).post('/admin/images/9').set({ 'Sec-Fetch-Site': 'same-origin', Referer: referer(host) }).type('form').send({ title: 'x' });
  server.close();
  expect([answer.status, new URL(answer.headers['location']!, 'http://x').searchParams.get('next')]).toEqual([303, next]);
});

test('an account without a grant has no staff area', async () => {
  const agent = request.agent(site.app);
  await signIn(agent, 'reader@example.org');
  await agent.get('/admin').expect(403);
});

test('a route says which verb it needs, and a refusal is written down', async () => {
  const agent = request.agent(site.app);
  await signIn(agent, 'editor@example.org');
  await agent.get('/admin').expect(200);
  await agent.get('/admin/users?secret=1').expect(403);
  const entry = await site.database.db('history').where({ action: 'request.refused' }).orderBy('id', 'desc').first<object>();
  expect(entry).toMatchObject({ objectId: '/admin/users', result: 'denied', detail: { method: 'GET' } });
});

test('a page that somebody may not see is not there; one that they may only see is forbidden', async () => {
  const { database } = site;
  const id = await addUser(site, 'part@example.org');
  const [group] = await database.db('userGroups').insert({ key: 'part', name: 'Part', description: 'x' }).returning<{ id: number }[]>('id');
  await database.db('grants').insert([['enter', 'area:staff'], ['view', 'page:7'], ['publish', 'page:8']].map(([verb, scope]) => ({ groupId: group!.id, verb, scope })));
  await database.db('userGroupMembers').insert({ groupId: group!.id, userId: id });

  const agent = request.agent(site.app);
  await signIn(agent, 'part@example.org');
  await agent.get('/admin/pages/6').expect(404);
  await agent.get('/admin/pages/7').expect(403);
  await agent.get('/admin/pages/8').expect(200);
});

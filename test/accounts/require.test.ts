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
  const [entry] = await site.database.db('history').where({ action: 'request.refused' }).orderBy('id', 'desc').limit(1);
  expect(entry).toMatchObject({ objectId: '/admin/users', result: 'denied', detail: { method: 'GET' } });
});

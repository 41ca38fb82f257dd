import request from 'supertest';
import { addUser, cookieOf, openAccountsApp, signIn, tokenIn, type AccountsApp } from './accounts-app';

let site: AccountsApp;
beforeAll(async () => {
  site = await openAccountsApp();
  await addUser(site, 'maren@example.org', 'editors');
});
afterAll(() => site.close());

test('signing out ends the session, clears the browser and is written down', async () => {
  const agent = request.agent(site.app);
  const cookie = cookieOf(await signIn(agent, 'maren@example.org'));
  const { text } = await agent.get('/sign-out').expect(200);
  expect(text).toContain('You are signed in as Name of maren@example.org.');

  const done = await agent.post('/sign-out').set('Sec-Fetch-Site', 'same-origin').type('form').send({ _csrf: tokenIn(text) }).expect(303);
  expect(done.get('Clear-Site-Data')).toBe('"cache", "storage"');
  expect(done.get('Set-Cookie')?.[0]).toMatch(/^sess=; Path=\/; Expires=Thu, 01 Jan 1970/);
  await request(site.app).get('/').set('Cookie', cookie).expect(200, 'stranger'); // a kept copy of the cookie is worth nothing
  expect((await agent.get(done.headers.location!)).text).toContain('You are signed out.');
  const entry = await site.database.db('history').where('action', 'user.signed-out').first<object>();
  expect(entry).toMatchObject({ objectType: 'user', requestId: 'request-1', remoteAddress: '127.0.0.1' });
});

test('a link to it signs nobody out', async () => {
  const agent = request.agent(site.app);
  await signIn(agent, 'maren@example.org');
  await agent.get('/sign-out').expect(200);
  await agent.get('/').expect(200, 'known');
});

test('a session that merely ended does not erase what the browser keeps', async () => {
  const { headers } = await request(site.app).post('/sign-out').set('Sec-Fetch-Site', 'same-origin').expect(303);
  expect(headers['clear-site-data']).toBeUndefined();
});

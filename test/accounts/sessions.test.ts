import request from 'supertest';
import { addUser, cookieOf, openAccountsApp, signIn, tokenIn, type AccountsApp } from './accounts-app';

const HOUR = 60 * 60 * 1_000;

let site: AccountsApp;
beforeAll(async () => {
  site = await openAccountsApp();
  await addUser(site, 'maren@example.org', 'editors');
});
afterAll(() => site.close());
beforeEach(async () => {
  site.clock.now = new Date();
  await site.database.db('rateLimits').del();
});

async function signedIn(email = 'maren@example.org'): Promise<string> {
  return cookieOf(await signIn(request.agent(site.app), email));
}

function greeting(cookie: string): Promise<string> {
  return request(site.app).get('/').set('Cookie', cookie).then(({ text }) => text);
}

test('over http the cookie is plain, for this host, out of scripts’ reach and not sent by other sites', async () => {
  const [cookie] = (await signIn(request.agent(site.app), 'maren@example.org')).get('Set-Cookie') ?? [];
  expect(cookie).toMatch(/^sess=s%3A[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
});

test('over https it has the __Host- prefix and Secure', async () => {
  const secure = await openAccountsApp({ https: true });
  await addUser(secure, 'maren@example.org', 'editors');
  const agent = request.agent(secure.app).set('X-Forwarded-Proto', 'https');
  const [cookie] = (await signIn(agent, 'maren@example.org')).get('Set-Cookie') ?? [];
  expect(cookie).toMatch(/^__Host-sess=s%3A[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);

  const { text } = await request(secure.app).get('/sign-in'); // a proxy that nobody told us of
  const plain = await request(secure.app).post('/sign-in').set('Sec-Fetch-Site', 'same-origin').type('form')
    .send({ _csrf: tokenIn(text), email: 'maren@example.org', password: 'x', next: '' });
  expect([plain.status, plain.text.includes('TRUST_PROXY')]).toEqual([400, true]);
  await secure.close();
});

test('strangers get no cookie and leave no session', async () => {
  await site.database.db('sessions').del();
  for (const address of ['/', '/sign-in', '/sign-out', '/admin']) expect((await request(site.app).get(address)).get('Set-Cookie')).toBeUndefined();
  await request(site.app).get('/').set('Cookie', 'sess=s%3Amade-up.signature').expect(200, 'stranger');
  expect(await site.database.db('sessions')).toEqual([]);
});

test('somebody who is deactivated is out at once, and cannot come back', async () => {
  const id = await addUser(site, 'leaver@example.org', 'editors');
  const cookie = await signedIn('leaver@example.org');
  expect(await greeting(cookie)).toBe('known');

  await site.database.db('users').where({ id }).update({ active: false });
  expect(await greeting(cookie)).toBe('stranger');
  expect((await signIn(request.agent(site.app), 'leaver@example.org')).status).toBe(422);

  await site.database.db('users').where({ id }).update({ active: true });
  expect(await greeting(cookie)).toBe('stranger'); // the session is gone, not asleep
});

test('a new epoch ends all sessions of a person', async () => {
  const id = await addUser(site, 'many@example.org', 'editors');
  const cookies = [await signedIn('many@example.org'), await signedIn('many@example.org')];
  await site.database.db('users').where({ id }).update({ sessionEpoch: 2 });
  expect(await Promise.all(cookies.map(greeting))).toEqual(['stranger', 'stranger']);
  expect(await greeting(await signedIn('many@example.org'))).toBe('known');
});

test('a change of groups counts from the next request on', async () => {
  const id = await addUser(site, 'riser@example.org', 'editors');
  const cookie = await signedIn('riser@example.org');
  await request(site.app).get('/admin/users').set('Cookie', cookie).expect(403);
  const { id: groupId } = await site.database.db('userGroups').where('key', 'administrators').first<{ id: number }>('id');
  await site.database.db('userGroupMembers').insert({ userId: id, groupId });
  await request(site.app).get('/admin/users').set('Cookie', cookie).expect(200);
});

test('a session ends after twelve hours, however busy it is', async () => {
  const cookie = await signedIn();
  site.clock.now = new Date(site.clock.now.getTime() + 12 * HOUR - 1_000);
  expect(await greeting(cookie)).toBe('known');
  site.clock.now = new Date(site.clock.now.getTime() + 1_000);
  expect(await greeting(cookie)).toBe('stranger');
});

test('a session ends after an hour without a request', async () => {
  await site.database.db('sessions').del();
  const cookie = await signedIn();
  const idle = (): Promise<number> => site.database.db('sessions').first<{ expire: Date }>('expire').then(({ expire }) => expire.getTime() - Date.now());
  expect(Math.abs(await idle() - HOUR)).toBeLessThan(10_000);

  await site.database.db('sessions').update({ expire: new Date(Date.now() + 60_000) });
  expect(await greeting(cookie)).toBe('known');
  expect(await idle()).toBeGreaterThan(HOUR - 10_000); // the request counted

  await site.database.db('sessions').update({ expire: new Date(Date.now() - 1_000) });
  expect(await greeting(cookie)).toBe('stranger');
});

test('while the store is down, holders of the cookie get 503 and readers their page', async () => {
  const cookie = await signedIn();
  await site.database.db.raw('alter table sessions rename to sessions_elsewhere');
  try {
    await request(site.app).get('/').set('Cookie', cookie).expect(503).expect('Retry-After', '30');
    await request(site.app).get('/').expect(200, 'stranger');
  } finally {
    await site.database.db.raw('alter table sessions_elsewhere rename to sessions');
  }
  expect(await greeting(cookie)).toBe('known');
});

test('while the users cannot be read, nobody counts as a stranger', async () => {
  const cookie = await signedIn();
  await site.database.db.raw('alter table users rename to users_elsewhere');
  try {
    await request(site.app).get('/').set('Cookie', cookie).expect(503);
  } finally {
    await site.database.db.raw('alter table users_elsewhere rename to users');
  }
});

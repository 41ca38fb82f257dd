import request from 'supertest';
import { addUser, cookieOf, openAccountsApp, PASSWORD, signIn, tokenIn, type AccountsApp } from './accounts-app';

let site: AccountsApp;
beforeAll(async () => {
  site = await openAccountsApp();
  await addUser(site, 'maren@example.org', 'editors');
});
afterAll(() => site.close());
beforeEach(() => site.database.db('rateLimits').del());

test('a stranger on a staff page is sent to sign in and brought back', async () => {
  const agent = request.agent(site.app);
  const asked = await agent.get('/admin?tab=mine').expect(303);
  expect(asked.headers.location).toBe('/sign-in?next=%2Fadmin%3Ftab%3Dmine');

  const form = await agent.get(asked.headers.location!).expect(200);
  expect(form.text).toContain('name="next" value="/admin?tab=mine"');
  const done = await signIn(agent, 'maren@example.org', { next: '/admin?tab=mine' });
  expect([done.status, done.headers.location]).toEqual([303, '/admin?tab=mine']);
  await agent.get('/admin').expect(200, 'Hello Name of maren@example.org');
});

test('without a place to go back to, staff land on the dashboard and readers on the home page', async () => {
  await addUser(site, 'reader@example.org');
  expect((await signIn(request.agent(site.app), 'maren@example.org')).headers.location).toBe('/admin');
  expect((await signIn(request.agent(site.app), 'reader@example.org')).headers.location).toBe('/');
});

test('the address may be typed in capitals and with spaces around it', async () => {
  expect((await signIn(request.agent(site.app), '  Maren@Example.ORG ')).status).toBe(303);
});

test.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/.//evil.example', 'javascript:alert(1)', '/sign-out', '/sign-in?next=/admin'])(
  'nobody is sent to %s after signing in', async (next) => {
    expect((await signIn(request.agent(site.app), 'maren@example.org', { next })).headers.location).toBe('/admin');
  },
);

test('an unknown address and a wrong password get the same answer, and the typed address stays', async () => {
  const agent = request.agent(site.app);
  const wrong = await signIn(agent, 'maren@example.org', { password: 'not this one' });
  const unknown = await signIn(agent, 'nobody@example.org', { password: 'not this one' });

  expect([wrong.status, unknown.status]).toEqual([422, 422]);
  expect(wrong.text).toContain('This e-mail address and password do not belong together.');
  expect(wrong.text).toContain('value="maren@example.org"');
  expect(wrong.text).not.toContain('not this one');
  expect(comparable(unknown.text, 'nobody@example.org')).toBe(comparable(wrong.text, 'maren@example.org'));
  expect(unknown.get('Set-Cookie')).toBeUndefined();
});

test('an unknown address takes as long as a wrong password', async () => {
  const agent = request.agent(site.app);
  const time = async (email: string): Promise<number> => {
    await site.database.db('rateLimits').del();
    const { text } = await agent.get('/sign-in');
    const started = performance.now();
    await agent.post('/sign-in').set('Sec-Fetch-Site', 'same-origin').type('form').send({ _csrf: tokenIn(text), email, password: 'wrong', next: '' });
    return performance.now() - started;
  };
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  for (let round = 0; round < 7; round += 1) {
    times.known.push(await time('maren@example.org'));
    times.unknown.push(await time('nobody@example.org'));
  }
  // Most of it is the hash: without the dummy one the unknown address would be several times quicker.
  expect(Math.min(...times.unknown)).toBeGreaterThan(Math.min(...times.known) * 0.6);
});

test('an empty form says by each field what is missing', async () => {
  const answer = await signIn(request.agent(site.app), '', { password: '' });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('An e-mail address is needed.');
  expect(answer.text).toContain('A password is needed.');
});

test('a field that the form does not have is refused', async () => {
  const agent = request.agent(site.app);
  const { text } = await agent.get('/sign-in');
  const fields = { _csrf: tokenIn(text), email: 'maren@example.org', password: PASSWORD, next: '', admin: 'true' };
  await agent.post('/sign-in').set('Sec-Fetch-Site', 'same-origin').type('form').send(fields).expect(400);
});

test('signing in changes the session id, and the old one is worth nothing', async () => {
  const first = cookieOf(await signIn(request.agent(site.app), 'maren@example.org'));
  const { text } = await request(site.app).get('/sign-in').set('Cookie', first);
  expect(text).not.toContain('<form'); // signed in already

  const form = await request(site.app).get('/sign-in');
  const again = await request(site.app).post('/sign-in').set('Cookie', first).set('Sec-Fetch-Site', 'same-origin').type('form')
    .send({ _csrf: tokenIn(form.text), email: 'maren@example.org', password: PASSWORD, next: '' }).expect(303);
  expect(cookieOf(again)).not.toBe(first);
  await request(site.app).get('/').set('Cookie', first).expect(200, 'stranger');
  await request(site.app).get('/').set('Cookie', cookieOf(again)).expect(200, 'known');
});

test('history tells of successes and failures, without passwords and unknown addresses', async () => {
  await site.database.db.raw('truncate history');
  const agent = request.agent(site.app);
  await signIn(agent, 'secret-typed-in-the-wrong-field', { password: 'wrong-password' });
  await signIn(agent, 'maren@example.org', { password: 'wrong-password' });
  await signIn(agent, 'maren@example.org');

  const entries = await site.database.db('history').orderBy('id');
  const { id } = await site.database.db('users').where('email', 'maren@example.org').first<{ id: number }>('id');
  expect(entries.map(({ action, objectId, actorId, result }: Record<string, unknown>) => [action, objectId, actorId, result])).toEqual([
    ['user.sign-in-failed', 'unknown', null, 'denied'],
    ['user.sign-in-failed', String(id), null, 'denied'],
    ['user.signed-in', String(id), id, 'done'],
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/wrong-password|wrong-field/);
});

/** What differs anyway: the nonce-free page has a token, and the address that was typed. */
function comparable(html: string, email: string): string {
  return html.replace(tokenIn(html), '').replace(email, '').replace(/nonce="[^"]*"/g, '');
}

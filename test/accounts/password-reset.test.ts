import request from 'supertest';
import { withoutTokens } from '../../src/platform/http/without-tokens';
import { PASSWORD, signIn, tokenIn } from './accounts-app';
import { addPerson, historyOf, linkIn, mailsTo, openPeopleSite, send, sendOpen, signedIn, type PeopleSite } from './people-site';

const NEW = 'seven quiet lighthouses';
const HOUR = 60 * 60 * 1_000;

let site: PeopleSite;
beforeAll(async () => {
  site = await openPeopleSite();
  await addPerson(site, 'maren@example.org', 'editors');
});
afterAll(() => site.close());
beforeEach(() => site.deps.db('rateLimits').del());

const ask = (email: string) => sendOpen(site, '/sign-in/forgotten', { email });

async function linkFor(email: string): Promise<string> {
  await ask(email);
  return linkIn((await mailsTo(site, email)).at(-1));
}

test('known or not, the answer is the same, and so is every step that is taken', async () => {
  const steps = async () => [await site.deps.db('history').where('action', 'user.password-reset-requested'), await site.deps.db('graphile_worker._private_jobs')].map(({ length }) => length);
  const answers = [];
  for (const email of ['maren@example.org', 'nobody@example.org']) {
    const before = await steps();
    const answer = await ask(email);
    const page = await request(site.server).get(answer.headers.location!);
    answers.push([answer.status, answer.headers.location, answer.text, page.text.replace(/nonce="[^"]*"/g, ''), (await steps()).map((count, index) => count - before[index]!)]);
  }
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[0]![4]).toEqual([1, 1]);
  expect(await mailsTo(site, 'nobody@example.org')).toEqual([]);
  expect(await mailsTo(site, 'maren@example.org')).toHaveLength(1);
});

test('an unknown address is not written down', async () => {
  await ask('secret-in-the-wrong-field@example.org');
  expect(JSON.stringify(await historyOf(site, 'user.password-reset-requested'))).not.toContain('wrong-field');
});

test('the link changes the password once, ends every session, and is not used up by looking', async () => {
  const open = await signedIn(site, 'maren@example.org');
  await open.get('/admin').expect(200);
  const link = await linkFor('maren@example.org');
  for (let look = 0; look < 3; look += 1) await request(site.server).get(link).expect(200);

  const done = await sendOpen(site, link, { password: NEW });
  expect([done.status, done.headers.location]).toEqual([303, '/sign-in?done=password-changed']);
  await open.get('/admin').expect(303); // signed out
  expect((await signIn(request.agent(site.server), 'maren@example.org')).status).toBe(422);
  expect((await signIn(request.agent(site.server), 'maren@example.org', { password: NEW })).status).toBe(303);

  await request(site.server).get(link).expect(404);
  expect((await sendOpen(site, link, { password: 'another good password' }, '/sign-in')).status).toBe(404);
  expect(await historyOf(site, 'user.password-reset')).toHaveLength(1);
});

test('of two uses at once one is refused', async () => {
  const link = await linkFor('maren@example.org');
  const { text } = await request(site.server).get(link);
  const use = (password: string) => request(site.server).post(link).set('Sec-Fetch-Site', 'same-origin').type('form').send({ _csrf: tokenIn(text), password });
  const answers = await Promise.all([use('the first password here'), use('the second password here')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 404]);
});

test('after one hour it is too late', async () => {
  const link = await linkFor('maren@example.org');
  site.clock.now = new Date(site.clock.now.getTime() + HOUR - 1_000);
  await request(site.server).get(link).expect(200);
  site.clock.now = new Date(site.clock.now.getTime() + 2_000);
  await request(site.server).get(link).expect(404);
  expect((await sendOpen(site, link, { password: NEW }, '/sign-in')).status).toBe(404);
});

test('using one link ends the others', async () => {
  const [first, second] = [await linkFor('maren@example.org'), await linkFor('maren@example.org')];
  expect(first).not.toBe(second);
  await sendOpen(site, first, { password: NEW });
  await request(site.server).get(second).expect(404);
});

test('the database cannot tell the link', async () => {
  const token = (await linkFor('maren@example.org')).split('/').at(-1)!;
  const kept = JSON.stringify([await site.deps.db('accountTokens'), await site.deps.db('history'), await site.deps.db('graphile_worker._private_jobs')]);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(kept).not.toContain(token);
});

test('the page of a link is kept nowhere, and its address goes to nobody', async () => {
  const { headers, text } = await request(site.server).get(await linkFor('maren@example.org')).expect(200);
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['set-cookie']).toBeUndefined();
  expect(text).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
  expect(withoutTokens('/sign-in/reset/abc-DEF_1')).toBe('/sign-in/reset/…');
  expect(withoutTokens('http://localhost/sign-in/invitation/abc?x')).toBe('http://localhost/sign-in/invitation/…?x');
});

test('a password that is short or easily guessed is refused with the reason, and the link still works', async () => {
  const link = await linkFor('maren@example.org');
  for (const [password, reason] of [['short', 'at least 8 characters'], ['Password123', 'tried first'], ['12345678', 'tried first'], ['maren@example.org', 'your own name or address']]) {
    const answer = await sendOpen(site, link, { password: password! });
    expect([answer.status, answer.text.includes(reason!)]).toEqual([422, true]);
  }
  expect((await sendOpen(site, link, { password: NEW })).status).toBe(303);
});

test('who is deactivated or has not taken up the invitation gets no mail', async () => {
  const id = await addPerson(site, 'gone@example.org');
  await site.deps.db('users').where({ id }).update({ active: false });
  await site.deps.db('users').insert({ email: 'invited@example.org', name: 'Invited', createdAt: site.clock.now });
  for (const email of ['gone@example.org', 'invited@example.org']) {
    await ask(email);
    expect(await mailsTo(site, email)).toEqual([]);
  }
});

test('an account is asked for three times an hour, known or not', async () => {
  for (const email of ['maren@example.org', 'unknown@example.org']) {
    await site.deps.db('rateLimits').del();
    const statuses = [];
    for (let attempt = 0; attempt < 4; attempt += 1) statuses.push((await ask(email)).status);
    expect(statuses).toEqual([303, 303, 303, 429]);
  }
});

test('without the token of the form nothing happens', async () => {
  const link = await linkFor('maren@example.org');
  await request(site.server).post('/sign-in/forgotten').set('Sec-Fetch-Site', 'same-origin').type('form').send({ email: 'maren@example.org' }).expect(403);
  await request(site.server).post(link).set('Sec-Fetch-Site', 'same-origin').type('form').send({ password: NEW }).expect(403);
  const { text } = await request(site.server).get(link);
  await request(site.server).post(link).set('Sec-Fetch-Site', 'cross-site').type('form').send({ _csrf: tokenIn(text), password: NEW }).expect(403);
});

test('password managers find where to change a password', async () => {
  await request(site.server).get('/.well-known/change-password').expect(302).expect('Location', '/admin/profile#password');
});

test('a link that was mailed before the password was changed otherwise works no more', async () => {
  await addPerson(site, 'ilse@example.org', 'editors');
  const link = await linkFor('ilse@example.org');
  const agent = await signedIn(site, 'ilse@example.org');
  expect((await send(agent, 'PUT', '/admin/profile/password', { current: PASSWORD, password: NEW })).status).toBe(303);
  await request(site.server).get(link).expect(404);
});

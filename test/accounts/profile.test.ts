import request from 'supertest';
import { PASSWORD, signIn } from './accounts-app';
import { addPerson, historyOf, openPeopleSite, send, signedIn, type PeopleSite } from './people-site';

const NEW = 'seven quiet lighthouses';

let site: PeopleSite;
beforeAll(async () => {
  site = await openPeopleSite();
  await addPerson(site, 'maren@example.org', 'viewers');
  await addPerson(site, 'ilse@example.org', 'viewers');
});
afterAll(() => site.close());
beforeEach(() => site.deps.db('rateLimits').del());

const keysIn = (html: string) => [...html.matchAll(/\/admin\/profile\/sessions\/([0-9a-f]{64})/g)].map(([, key]) => key!);

test('name and time zone are saved, and times are then told in that zone, with UTC beside them', async () => {
  const agent = await signedIn(site, 'maren@example.org');
  const answer = await send(agent, 'PATCH', '/admin/profile', { name: 'Maren Oduya', timeZone: 'Asia/Kathmandu' });
  expect(answer.headers.location).toBe('/admin/profile?done=saved');
  const { text } = await agent.get('/admin/profile?done=saved');
  expect(text).toContain('Your profile is saved.');
  expect(text).toMatch(/Signed in \d+ \w+ 20\d\d, \d\d:\d\d \(\d\d:\d\d UTC\)/);
  expect((await agent.get('/admin')).text).toMatch(/\(\d\d:\d\d UTC\)/);
  expect((await historyOf(site, 'user.profile-changed')).at(-1)).toMatchObject({ detail: { after: { name: 'Maren Oduya', timeZone: 'Asia/Kathmandu' } } });
});

test('an empty name or an unknown zone is refused by its field', async () => {
  const agent = await signedIn(site, 'maren@example.org');
  const answer = await send(agent, 'PATCH', '/admin/profile', { name: ' ', timeZone: 'Mars/Olympus' });
  expect([answer.status, answer.text.includes('A name is needed.'), answer.text.includes('This time zone is not known.')]).toEqual([422, true, true]);
});

test('changing the password asks the current one, ends all other sessions and keeps this one under a new id', async () => {
  const [here, there] = [await signedIn(site, 'maren@example.org'), await signedIn(site, 'maren@example.org')];
  const wrong = await send(here, 'PUT', '/admin/profile/password', { current: 'not this one', password: NEW });
  expect([wrong.status, wrong.text.includes('This is not your current password.')]).toEqual([422, true]);
  expect((await send(here, 'PUT', '/admin/profile/password', { current: PASSWORD, password: 'short' })).status).toBe(422);

  const before = await here.get('/admin/profile');
  const done = await send(here, 'PUT', '/admin/profile/password', { current: PASSWORD, password: NEW });
  expect([done.status, done.headers.location]).toEqual([303, '/admin/profile?done=password#password']);
  expect(done.get('Set-Cookie')?.[0]).toMatch(/^sess=/);
  expect(before.get('Set-Cookie')).toBeUndefined();
  await here.get('/admin/profile').expect(200);
  await there.get('/admin/profile').expect(303);
  expect((await signIn(request.agent(site.server), 'maren@example.org', { password: NEW })).status).toBe(303);
  expect(await historyOf(site, 'user.password-changed')).toHaveLength(1);
  expect(JSON.stringify(await site.deps.db('history'))).not.toContain(NEW);
});

test('the current password cannot be tried for ever', async () => {
  const agent = await signedIn(site, 'ilse@example.org');
  const statuses = [];
  for (let attempt = 0; attempt < 11; attempt += 1) statuses.push((await send(agent, 'PUT', '/admin/profile/password', { current: `wrong ${attempt}`, password: NEW })).status);
  expect(statuses).toEqual([...Array<number>(10).fill(422), 429]);
});

test('sessions are listed with their browser, and one or all others can be ended', async () => {
  const here = request.agent(site.server).set('User-Agent', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0');
  await signIn(here, 'ilse@example.org');
  await site.deps.db('sessions').whereRaw(`sess #>> '{passport,user,browser}' = 'A browser'`).del();
  const [second, third] = [await signedIn(site, 'ilse@example.org'), await signedIn(site, 'ilse@example.org')];
  const { text } = await here.get('/admin/profile').expect(200);
  expect(text).toMatch(/Firefox on Linux <span class="tag tag--ok">This one<\/span>/);
  const keys = keysIn(text);
  expect(keys).toHaveLength(2); // not for the one in use

  expect((await send(here, 'DELETE', `/admin/profile/sessions/${keys[0]!}`)).headers.location).toBe('/admin/profile?done=session#sessions');
  const left = [await second.get('/admin'), await third.get('/admin')].map(({ status }) => status);
  expect(left.sort()).toEqual([200, 303]);
  expect((await send(here, 'DELETE', `/admin/profile/sessions/${keys[0]!}`)).status).toBe(404);

  await send(here, 'DELETE', '/admin/profile/sessions');
  expect([await second.get('/admin'), await third.get('/admin')].map(({ status }) => status)).toEqual([303, 303]);
  await here.get('/admin').expect(200);
  expect(await historyOf(site, 'user.session-ended')).toHaveLength(1);
  expect(await historyOf(site, 'user.sessions-ended')).toHaveLength(1);
});

test('nobody ends the sessions of somebody else', async () => {
  const [maren, ilse] = [await signedIn(site, 'maren@example.org', NEW), await signedIn(site, 'ilse@example.org')];
  await signedIn(site, 'ilse@example.org');
  const [key] = keysIn((await ilse.get('/admin/profile')).text);
  expect((await send(maren, 'DELETE', `/admin/profile/sessions/${key!}`)).status).toBe(404);
  await ilse.get('/admin').expect(200);
});

test.each(['PATCH /admin/profile', 'PUT /admin/profile/password', 'DELETE /admin/profile/sessions'])('%s without the session\'s token is refused', async (name) => {
  const [method, url] = name.split(' ');
  const agent = await signedIn(site, 'ilse@example.org');
  await agent.post(url!).set('Sec-Fetch-Site', 'same-origin').type('form').send({ _method: method, name: 'Forged', timeZone: 'UTC' }).expect(403);
});

import request from 'supertest';
import { signIn } from './accounts-app';
import { addPerson, historyOf, linkIn, mailsTo, openPeopleSite, send, sendOpen, signedIn, type Agent, type PeopleSite } from './people-site';

const CHOSEN = 'seven quiet lighthouses';
const DAY = 24 * 60 * 60 * 1_000;

let site: PeopleSite;
let admin: Agent;
let editors: string;
beforeAll(async () => {
  site = await openPeopleSite();
  admin = await signedIn(site, 'admin@example.org');
  editors = String((await site.deps.db('userGroups').where('key', 'editors').first('id')).id);
});
afterAll(() => site.close());
beforeEach(() => site.deps.db('rateLimits').del());

async function invite(email: string): Promise<{ id: string; link: string }> {
  const answer = await send(admin, 'POST', '/admin/users', { email, name: 'Priya Raman', groups: editors });
  const id = /\/admin\/users\/(\d+)\?done=invited/.exec(answer.headers.location ?? '')![1]!;
  return { id, link: linkIn((await mailsTo(site, email)).at(-1)) };
}

test('an invitation is mailed, taken up once with a name and a password, and joins the groups', async () => {
  const { id, link } = await invite('Priya@Example.org'.toLowerCase());
  const { text } = await request(site.server).get(link).expect(200);
  expect(text).toContain('value="Priya Raman"');
  expect(text).toContain('<b>Editors</b>');

  const done = await sendOpen(site, link, { name: 'Priya R. Raman', password: CHOSEN });
  expect([done.status, done.headers.location]).toEqual([303, '/sign-in?done=account-ready']);
  await request(site.server).get(link).expect(404);

  const agent = request.agent(site.server);
  expect((await signIn(agent, 'priya@example.org', { password: CHOSEN })).headers.location).toBe('/admin');
  expect((await agent.get('/admin/profile')).text).toContain('priya@example.org · Editors');
  expect((await historyOf(site, 'user.invited'))[0]).toMatchObject({ objectId: id, detail: { email: 'priya@example.org', groupIds: [Number(editors)] } });
  expect((await historyOf(site, 'user.joined'))[0]).toMatchObject({ objectId: id, actorId: Number(id) });
});

test('before it is taken up nobody can sign in, and after seven days it is too late', async () => {
  const { id, link } = await invite('late@example.org');
  expect((await signIn(request.agent(site.server), 'late@example.org', { password: '' })).status).toBe(422);
  site.clock.now = new Date(site.clock.now.getTime() + 7 * DAY - 1_000);
  await request(site.server).get(link).expect(200);
  site.clock.now = new Date(site.clock.now.getTime() + 2_000);
  await request(site.server).get(link).expect(404);
  admin = await signedIn(site, 'admin@example.org');
  expect((await admin.get(`/admin/users/${id}`)).text).toContain('Invitation expired');
});

test('sent again, the link before works no more', async () => {
  const { id, link } = await invite('again@example.org');
  expect((await send(admin, 'POST', `/admin/users/${id}/invitation`)).status).toBe(303);
  const next = linkIn((await mailsTo(site, 'again@example.org')).at(-1));
  expect(next).not.toBe(link);
  await request(site.server).get(link).expect(404);
  await request(site.server).get(next).expect(200);
});

test('withdrawn, the account is gone, and the address can be invited again', async () => {
  const { id, link } = await invite('withdrawn@example.org');
  expect((await send(admin, 'DELETE', `/admin/users/${id}/invitation`)).headers.location).toBe('/admin/users?done=withdrawn');
  await request(site.server).get(link).expect(404);
  await admin.get(`/admin/users/${id}`).expect(404);
  expect((await historyOf(site, 'user.invitation-withdrawn'))[0]).toMatchObject({ objectId: id, detail: { email: 'withdrawn@example.org' } });
  expect((await invite('withdrawn@example.org')).link).not.toBe('');
});

test('an invitation that was taken up can be neither sent again nor withdrawn', async () => {
  const id = await addPerson(site, 'here@example.org', 'editors');
  expect((await send(admin, 'POST', `/admin/users/${id}/invitation`)).status).toBe(409);
  expect((await send(admin, 'DELETE', `/admin/users/${id}/invitation`)).status).toBe(409);
  await admin.get(`/admin/users/${id}`).expect(200);
});

test('what is wrong stands by the field, and what was typed stays', async () => {
  const answer = await send(admin, 'POST', '/admin/users', { email: 'a@b, c@d', name: '', groups: editors });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('This is not an e-mail address.');
  expect(answer.text).toContain('A name is needed.');
  expect(answer.text).toContain('value="a@b, c@d"');
  expect(answer.text).toMatch(new RegExp(`value="${editors}"[^>]* checked`));
  expect((await send(admin, 'POST', '/admin/users', { email: 'ADMIN@example.org', name: 'Twice' })).text).toContain('has an account with this address already');
});

test('a refused form leaves neither an account nor a mail behind', async () => {
  await site.deps.db.raw('alter function enqueue_job(text, json, text, integer) rename to enqueue_job_away');
  try {
    expect((await send(admin, 'POST', '/admin/users', { email: 'half@example.org', name: 'Half' })).status).toBe(500);
  } finally {
    await site.deps.db.raw('alter function enqueue_job_away(text, json, text, integer) rename to enqueue_job');
  }
  expect(await site.deps.db('users').where('email', 'half@example.org')).toEqual([]);
});

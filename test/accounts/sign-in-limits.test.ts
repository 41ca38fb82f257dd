import request from 'supertest';
import { addUser, openAccountsApp, signIn, type AccountsApp } from './accounts-app';

let site: AccountsApp;
beforeAll(async () => {
  site = await openAccountsApp();
  await addUser(site, 'maren@example.org', 'editors');
  await addUser(site, 'tomas@example.org', 'editors');
});
afterAll(() => site.close());
beforeEach(() => site.database.db('rateLimits').del());

test('after ten wrong passwords the right one has to wait too, and the page says until when', async () => {
  const agent = request.agent(site.app);
  for (let attempt = 1; attempt <= 10; attempt += 1) expect((await signIn(agent, 'maren@example.org', { password: 'wrong' })).status).toBe(422);

  const refused = await signIn(agent, 'maren@example.org');
  expect(refused.status).toBe(429);
  expect(Number(refused.get('Retry-After'))).toBeGreaterThan(0);
  expect(refused.text).toMatch(/You can try again in \d+ \w+, at \d\d:\d\d UTC\./);
  expect(refused.text).toContain('value="maren@example.org"');
  expect((await signIn(agent, 'tomas@example.org')).status).toBe(303); // other accounts are not in the way
});

test('many attempts at the same moment do not slip through', async () => {
  const answers = await Promise.all(Array.from({ length: 15 }, () => signIn(request.agent(site.app), 'maren@example.org', { password: 'wrong' })));
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(10);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
});

test('the right password starts the count afresh', async () => {
  const agent = request.agent(site.app);
  for (let attempt = 1; attempt <= 9; attempt += 1) await signIn(agent, 'maren@example.org', { password: 'wrong' });
  expect((await signIn(request.agent(site.app), 'maren@example.org')).status).toBe(303);
  expect((await signIn(agent, 'maren@example.org', { password: 'wrong' })).status).toBe(422);
  const day = await site.database.db('rateLimits').where('key', 'like', 'sign-in-day:%').first<object>();
  expect(day).toMatchObject({ points: 10 }); // only failures
});

test('a hundred failures from one network end its day, whichever accounts they tried', async () => {
  const attempt = async (number: number, address: string): Promise<number> => {
    const agent = request.agent(site.app).set('X-Forwarded-For', address);
    return (await signIn(agent, `user-${number}@example.org`, { password: 'wrong' })).status;
  };
  await site.database.db('rateLimits').insert({ key: 'sign-in-day:2001:db8:0:7::/64', points: 99, expire: Date.now() + 3_600_000 });
  expect(await attempt(1, '2001:db8:0:7::1')).toBe(422);
  expect(await attempt(2, '2001:db8:0:7:ffff::2')).toBe(429);
  expect(await attempt(3, '2001:db8:0:8::1')).toBe(422);
});

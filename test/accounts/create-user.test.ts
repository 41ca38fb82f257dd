import fs from 'node:fs';
import path from 'node:path';
import request from 'supertest';
import { ensureDemoPeople } from '../../src/accounts/demo-people';
import { readConfig } from '../../src/config';
import { runCreateUser } from '../../src/create-user';
import { signIn } from './accounts-app';
import { linkIn, openPeopleSite, type PeopleSite } from './people-site';

let site: PeopleSite;
beforeAll(async () => { site = await openPeopleSite(); });
afterAll(() => site.close());
beforeEach(() => site.deps.db('rateLimits').del());

const run = (...args: string[]) => runCreateUser(site.deps, args);

test('it prints a link with which the person takes up the account', async () => {
  const said = await run('Priya@Example.org', '--name', 'Priya Raman', '--group', 'editors', '--group', 'Viewers');
  expect(said).toContain('priya@example.org chooses a password here');
  const { text } = await request(site.server).get(linkIn(said)).expect(200);
  expect(text).toContain('<b>Editors, Viewers</b>');
});

test('with a file there is a password at once', async () => {
  const file = path.join(site.deps.config.dataDir, 'password');
  fs.writeFileSync(file, 'seven quiet lighthouses\n');
  expect(await run('ilse@example.org', '--name', 'Ilse', '--group', 'publishers', '--password-file', file)).toBe('ilse@example.org signs in with the password from the file.');
  expect((await signIn(request.agent(site.server), 'ilse@example.org', { password: 'seven quiet lighthouses' })).headers.location).toBe('/admin');
});

test.each([
  [['nobody'], 'It is written'], [['a@example.org'], 'It is written'], [['a@example.org', '--name', 'A', '--group', 'gods'], 'There is no group gods'],
  [['admin@example.org', '--name', 'A'], 'has an account already'], [['a@example.org', '--name', 'A', '--colour', 'red'], '--colour'], [['a@example.org', '--name', 'A', '--password-file', '/nowhere'], 'cannot be read'],
])('%j is refused in words', async (args, words) => {
  await expect(run(...args)).rejects.toThrow(words);
  expect(await site.deps.db('users').where('email', 'a@example.org')).toEqual([]);
});

test('people for a demonstration are made only when asked for, one for each group, and never twice', async () => {
  expect(await site.deps.db('users').where('email', 'editor@example.org')).toEqual([]);
  await ensureDemoPeople(site.deps, 'a demonstration only');
  await ensureDemoPeople(site.deps, 'another password');
  for (const email of ['administrator', 'publisher', 'editor', 'contributor', 'viewer'].map((name) => `${name}@example.org`)) {
    expect((await signIn(request.agent(site.server), email, { password: 'a demonstration only' })).headers.location).toBe('/admin');
  }
});

test('their password is a setting without a default, and refused in production', () => {
  expect(readConfig({}).demoPassword).toBeNull();
  expect(readConfig({ DEMO_PASSWORD: 'for a demonstration' }).demoPassword).toBe('for a demonstration');
  expect(() => readConfig({ DEMO_PASSWORD: 'short' })).toThrow('DEMO_PASSWORD must have at least 8 characters');
  const production = { NODE_ENV: 'production', DATABASE_URL: 'postgres://a:b@db/plenary', SESSION_SECRET: 'q7YyB0c2mW5uX8eKfRz1TgLhJvNp4sAd' };
  expect(() => readConfig({ ...production, DEMO_PASSWORD: 'for a demonstration' })).toThrow(/DEMO_PASSWORD .*refused with NODE_ENV=production/);
  expect(readConfig(production).demoPassword).toBeNull();
});

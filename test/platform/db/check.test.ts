import { checkServer } from '../../../src/platform/db/check';
import { freePort } from '../../support/process';
import { testServerUrl, withDatabase } from '../../support/server';

const now = () => new Date();

test('it says how far the clock of the database is ahead', async () => {
  expect(Math.abs((await checkServer(testServerUrl(), now)).clockAhead)).toBeLessThan(2_000);
  const anHourAgo = () => new Date(Date.now() - 3_600_000);
  expect((await checkServer(testServerUrl(), anHourAgo)).clockAhead).toBeGreaterThan(3_590_000);
});

test('a server that is not there is refused in one sentence, without its password', async () => {
  const port = await freePort();
  await expect(checkServer(`postgres://me:hush@127.0.0.1:${port}/plenary`, now)).rejects.toThrow(
    `The database plenary at 127.0.0.1:${port} cannot be reached: nothing answers there.`,
  );
});

test('so is a host that does not exist', async () => {
  await expect(checkServer('postgres://me:hush@no-such-host.invalid/plenary', now)).rejects.toThrow('cannot be reached: there is no such host.');
});

test('so is a database that does not exist', async () => {
  await expect(checkServer(withDatabase(testServerUrl(), 'no_such_database'), now)).rejects.toThrow('cannot be reached: it does not exist.');
});

test('so is a wrong password', async () => {
  const url = new URL(testServerUrl());
  url.password = 'wrong';
  await expect(checkServer(url.href, now)).rejects.toThrow('cannot be reached: the name or the password is wrong.');
});

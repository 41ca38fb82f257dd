import net from 'node:net';
import { freePort, RunningProcess } from '../support/process';
import { testDataDir } from '../support/server';

/** What a server prints that cannot start. */
async function refused(env: Record<string, string>): Promise<string> {
  const server = new RunningProcess('server', [], { DATA_DIR: testDataDir(), ...env });
  expect(await server.ended).toBe(1);
  expect(server.output).toBe('');
  return server.errors;
}

test('bad settings: all are named in one sentence', async () => {
  expect(await refused({ PORT: 'x', SEED: 'y' })).toBe('Plenary cannot start with these settings: PORT must be a whole number from 1 to 65535; SEED must be demo or none.\n');
});

test('a taken port, before anything else is begun', async () => {
  const port = await freePort();
  const other = net.createServer().listen(port);
  expect(await refused({ PORT: String(port) })).toBe(`Port ${port} is taken by another program: stop that one, or set PORT to a free port.\n`);
  other.close();
});

test('a database that is not there', async () => {
  const [port, closed] = [await freePort(), await freePort()];
  expect(await refused({ PORT: String(port), DATABASE_URL: `postgres://me:hush@127.0.0.1:${closed}/plenary` }))
    .toBe(`The database plenary at 127.0.0.1:${closed} cannot be reached: nothing answers there.\n`);
});

test('production without its database and secret', async () => {
  expect(await refused({ NODE_ENV: 'production' })).toMatch(/^Plenary cannot start with these settings: DATABASE_URL is required .*SESSION_SECRET is required .*\.\n$/);
});

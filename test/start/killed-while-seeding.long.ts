import fs from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { temporaryDirectory } from '../../src/platform/postgres/directories';
import { freePort, RunningProcess, statusOf } from '../support/process';

let dataDir: string;
beforeEach(() => { dataDir = temporaryDirectory(); });
afterEach(() => { fs.rmSync(dataDir, { recursive: true, force: true }); });

const start = (port: number) => new RunningProcess('server', [], { DATA_DIR: dataDir, PORT: String(port) });

test('a first start that is killed again and again is finished by the next one', async () => {
  const port = await freePort();
  for (const patience of [800, 1_600, 2_400, 3_200, 4_000]) {
    const killed = start(port);
    await pause(patience);
    killed.signal('SIGKILL');
    await killed.ended;
  }
  const server = start(port);
  await server.waitUntil(async () => (await statusOf(`http://localhost:${port}/`)) === 200);
  server.signal('SIGTERM');
  expect(await server.ended).toBe(0);
}, 180_000);

test('two first starts at once share one database, and both serve the site', async () => {
  const ports = [await freePort(), await freePort()];
  const servers = ports.map(start);
  for (const [index, server] of servers.entries()) {
    await server.waitUntil(async () => (await statusOf(`http://localhost:${ports[index]}/`)) === 200);
  }
  // the second one uses the first one's PostgreSQL, whichever that is: they go together
  for (const server of servers) server.signal('SIGTERM');
  expect(await Promise.all(servers.map(({ ended }) => ended))).toEqual([0, 0]);
}, 180_000);

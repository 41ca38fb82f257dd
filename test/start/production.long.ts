import { createSeededDatabase } from '../support/seeded-database';
import type { TestDatabase } from '../support/database';
import { eventually } from '../support/eventually';
import { freePort, RunningProcess, statusOf } from '../support/process';
import { testDataDir } from '../support/server';

let database: TestDatabase;
let port: number;
let server: RunningProcess;
const address = (target: string) => `http://127.0.0.1:${port}${target}`;

beforeAll(async () => {
  database = await createSeededDatabase();
  port = await freePort();
  server = new RunningProcess('server', [], {
    NODE_ENV: 'production', PORT: String(port), DATABASE_URL: database.url, SESSION_SECRET: 'Zb3vK8qXw1Lr6TnYc9HsMd4JfGp7Ua2E', DATA_DIR: testDataDir(),
  });
  await server.waitUntil(async () => (await statusOf(address('/readyz'))) === 200);
}, 120_000);
afterAll(async () => {
  server.signal('SIGKILL');
  await database.close();
});

test('in production a start prints JSON lines only, and no password', () => {
  const lines = server.output.trim().split('\n').map((line) => JSON.parse(line) as { msg: string });
  expect(lines.map(({ msg }) => msg)).toContain('Plenary is running');
  expect(lines.map(({ msg }) => msg)).toContain('Nobody can sign in yet: the command create-admin makes the first administrator');
  expect(server.output).not.toContain('shown only now');
});

test('told to stop, it first tells the proxy and goes on answering, then ends with 0', async () => {
  server.signal('SIGTERM');
  await eventually(async () => expect(await statusOf(address('/readyz'))).toBe(503));
  expect(await statusOf(address('/healthz'))).toBe(200);
  expect(await statusOf(address('/'))).toBe(200);
  expect(await server.ended).toBe(0);
}, 60_000);

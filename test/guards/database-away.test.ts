import http, { type Server } from 'node:http';
import { Client } from 'pg';
import request from 'supertest';
import { createHandler } from '../../src/app';
import type { Deps } from '../../src/build-deps';
import { createSeededDatabase } from '../support/seeded-database';
import { openProxy } from '../support/tcp-proxy';
import { buildTestDeps } from '../support/test-deps';

let proxy: Awaited<ReturnType<typeof openProxy>>;
let deps: Deps;
let server: Server;
let url: string;

beforeAll(async () => {
  const database = await createSeededDatabase();
  await database.close();
  ({ url } = database);
  proxy = await openProxy(new URL(database.url));
  deps = await buildTestDeps(proxy.url);
  await deps.sites.load();
  server = http.createServer(createHandler(deps));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
}, 60_000);
afterAll(async () => {
  server.close();
  await deps.close();
  await proxy.cut();
});

test('without the database kept pages are served, others are 503 in a page that needs nothing, and all is well when it is back', async () => {
  const kept = await request(server).get('/about/').expect(200);
  await proxy.cut();

  expect((await request(server).get('/about/').expect(200)).text).toBe(kept.text);
  const { text, headers } = await request(server).get('/process/').expect(503);
  expect(text.match(/<h1[\s>]/g)).toHaveLength(1);
  expect(headers).toMatchObject({ 'retry-after': '30', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  await request(server).get('/process/').set('Cookie', 'sess=s%3Asomebody.signature').expect(503);

  await proxy.mend();
  await request(server).get('/process/').expect(200);
}, 30_000);

test.each([['a page', '/technologies/'], ['a search', '/search/?query=protocol']])('%s that is asked for while the connection breaks is 503, and may be asked for again', async (_what, path) => {
  const holder = new Client({ connectionString: url }); // past the proxy: its connection stays
  await holder.connect();
  try {
    await holder.query('begin; lock table pages in access exclusive mode');
    const asked = request(server).get(path).then(({ status, headers }) => [status, headers['retry-after']]);
    await untilSomebodyWaits(holder);
    await proxy.cut();
    expect(await asked).toEqual([503, '30']);
    await proxy.mend();
  } finally {
    await holder.end();
  }
  await request(server).get(path).expect(200);
}, 30_000);

async function untilSomebodyWaits(client: Client): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) {
    if ((await client.query('select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())')).rowCount) return;
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
  throw new Error('Nobody waits for the lock');
}

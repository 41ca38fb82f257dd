import http from 'node:http';
import request from 'supertest';
import { createHealth, type Health } from '../../../src/platform/http/health';

const serve = (health: Health) => http.createServer((req, res) => {
  if (!health.answer(req, res)) res.writeHead(204).end();
});

test('/healthz says that the process lives, whatever the database does', async () => {
  const server = serve(createHealth({ check: () => Promise.reject(new Error('no database')), https: true }));
  const { headers, text } = await request(server).get('/healthz').expect(200);
  expect(text).toBe('alive\n');
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'strict-transport-security': expect.any(String) as string });
});

test('/readyz follows the database', async () => {
  let reachable = true;
  const server = serve(createHealth({ check: () => (reachable ? Promise.resolve() : Promise.reject(new Error('no database'))), https: false }));
  await request(server).get('/readyz').expect(200, 'ready\n');
  reachable = false;
  await request(server).get('/readyz').expect(503, 'not ready\n');
  reachable = true;
  await request(server).get('/readyz?again').expect(200);
});

test('while draining /readyz says no, and /healthz still yes', async () => {
  const health = createHealth({ check: () => Promise.resolve(), https: false });
  health.drain();
  await request(serve(health)).get('/readyz').expect(503, 'draining\n');
  await request(serve(health)).get('/healthz').expect(200);
});

test('everything else is left to the site', async () => {
  await request(serve(createHealth({ check: () => Promise.resolve(), https: false }))).get('/healthz/more').expect(204);
});

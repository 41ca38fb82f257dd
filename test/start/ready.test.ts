import http from 'node:http';
import request from 'supertest';
import { createDatabaseFrom, createTestDatabase, type TestDatabase } from '../support/database';
import { buildTestDeps } from '../support/test-deps';

async function readiness(database: TestDatabase): Promise<number> {
  const deps = await buildTestDeps(database.url);
  const server = http.createServer((req, res) => { if (!deps.health.answer(req, res)) res.end(); });
  const { status } = await request(server).get('/readyz');
  await deps.close();
  await database.close();
  return status;
}

test('a process is ready when its database has every migration, and not before', async () => {
  expect(await readiness(await createTestDatabase())).toBe(200);
  expect(await readiness(await createDatabaseFrom('template1'))).toBe(503);
});

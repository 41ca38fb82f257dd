import express from 'express';
import type { Pool } from 'pg';
import request from 'supertest';
import { createPool } from '../../../src/platform/db/connect';
import { cspReportRoutes } from '../../../src/platform/http/csp-report';
import { createLog } from '../../../src/platform/log';
import { createTestDatabase, type TestDatabase } from '../../support/database';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.url);
});
afterAll(async () => {
  await pool.end();
  await database.close();
});
beforeEach(() => database.db('rateLimits').del());

function app(lines: object[] = []) {
  const log = createLog({ level: 'silent', file: null });
  log.warn = (entry: object) => { lines.push(entry); };
  return express().use(cspReportRoutes({ pool, log }));
}

test('reports of both formats are accepted and the known parts of them logged', async () => {
  const lines: object[] = [];
  const old = { 'csp-report': { 'document-uri': 'https://x.example/', 'blocked-uri': 'inline', 'original-policy': 'long', nonsense: 'x'.repeat(900) } };
  await request(app(lines)).post('/csp-report').type('application/csp-report').send(JSON.stringify(old)).expect(204);
  const recent = [{ type: 'csp-violation', body: { documentURL: 'https://x.example/', blockedURL: 'y'.repeat(900), effectiveDirective: 'script-src-elem' } }];
  await request(app(lines)).post('/csp-report').type('application/reports+json').send(JSON.stringify(recent)).expect(204);

  expect(lines).toEqual([
    { violation: { 'document-uri': 'https://x.example/', 'blocked-uri': 'inline' } },
    { violation: { documentURL: 'https://x.example/', blockedURL: 'y'.repeat(300), effectiveDirective: 'script-src-elem' } },
  ]);
});

test('twenty a minute from one address are enough', async () => {
  const server = app();
  server.use(((error: { status?: number }, _req, res, _next) => { res.status(error.status ?? 500).end(); }) as express.ErrorRequestHandler);
  const statuses = [];
  for (let number = 1; number <= 21; number += 1) statuses.push((await request(server).post('/csp-report').type('application/csp-report').send('{}')).status);
  expect(statuses).toEqual([...Array<number>(20).fill(204), 429]);
});

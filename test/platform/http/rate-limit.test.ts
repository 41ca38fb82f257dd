import express, { type ErrorRequestHandler } from 'express';
import type { Pool } from 'pg';
import request from 'supertest';
import { createPool } from '../../../src/platform/db/connect';
import { HttpError } from '../../../src/platform/http/errors';
import { createLimiter, limitByAddress } from '../../../src/platform/http/rate-limit';
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

test('two processes count together', async () => {
  const [one, two] = [createLimiter(pool, { name: 'shared', points: 3, seconds: 60 }), createLimiter(pool, { name: 'shared', points: 3, seconds: 60 })];
  expect([await one.take('a'), await two.take('a'), await one.take('a')]).toEqual([null, null, null]);
  const wait = await two.take('a');
  expect(wait).toBeGreaterThan(50);
  expect(wait).toBeLessThanOrEqual(60);
  expect(await two.take('b')).toBeNull();
});

test('what is given back may be taken again', async () => {
  const limiter = createLimiter(pool, { name: 'returned', points: 1, seconds: 60 });
  await limiter.take('a');
  await limiter.giveBack('a');
  expect(await limiter.take('a')).toBeNull();
  expect(await limiter.take('a')).not.toBeNull();
  await limiter.forget('a');
  expect(await limiter.take('a')).toBeNull();
});

test('the answer is 429 with Retry-After, counted by network', async () => {
  const app = express().set('trust proxy', 1).use(limitByAddress(createLimiter(pool, { name: 'route', points: 1, seconds: 60 })));
  app.get('/', (_req, res) => { res.send('fine'); });
  app.use(((error: unknown, _req, res, _next) => { res.status(error instanceof HttpError ? error.status : 500).set(error instanceof HttpError ? error.headers : {}).end(); }) as ErrorRequestHandler);
  const from = (address: string) => request(app).get('/').set('X-Forwarded-For', address);

  await from('192.0.2.1').expect(200);
  await from('::ffff:192.0.2.1').expect(429).expect('Retry-After', /^\d+$/);
  await from('192.0.2.2').expect(200);
});

test('without a database each process goes on counting by itself', async () => {
  const gone = createPool('postgres://nobody@127.0.0.1:1/nothing');
  const limiter = createLimiter(gone, { name: 'alone', points: 1, seconds: 60 });
  expect(await limiter.take('a')).toBeNull();
  expect(await limiter.take('a')).not.toBeNull();
  await gone.end();
});

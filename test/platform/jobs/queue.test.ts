import type { Pool } from 'pg';
import { createPool } from '../../../src/platform/db/connect';
import { addJob } from '../../../src/platform/jobs/queue';
import { startRunner, type Runner } from '../../../src/platform/jobs/runner';
import { createLog } from '../../../src/platform/log';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { eventually } from '../../support/eventually';

const log = createLog({ level: 'silent', file: null });
let database: TestDatabase;
let pool: Pool;
let runner: Runner;
const done: unknown[] = [];
let failures = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.url);
  runner = await startRunner({
    pool,
    log,
    schedule: ['0 4 * * * note ?id=nightly'],
    tasks: {
      note: (payload) => { done.push(payload); return Promise.resolve(); },
      'fail-once': (payload) => {
        failures += 1;
        done.push(payload);
        return failures === 1 ? Promise.reject(new Error('not yet')) : Promise.resolve();
      },
    },
  });
});
afterAll(async () => {
  await runner.stop();
  await pool.end();
  await database.close();
});

const jobs = () => database.db('graphile_worker.jobs').select<{ taskIdentifier: string; key: string | null; attempts: number }[]>('*');

test('a job is done after the commit, and not before', async () => {
  await database.db.transaction(async (trx) => {
    await addJob(trx, 'note', { id: 1 });
    await trx.raw('select pg_sleep(0.2)');
    expect(done).not.toContainEqual({ id: 1 });
  });
  await eventually(() => expect(done).toContainEqual({ id: 1 }));
});

test('a job of a transaction that is rolled back is never done', async () => {
  await expect(database.db.transaction(async (trx) => {
    await addJob(trx, 'note', { id: 2 });
    throw new Error('changed my mind');
  })).rejects.toThrow('changed my mind');
  await database.db.transaction((trx) => addJob(trx, 'note', { id: 3 }));
  await eventually(() => expect(done).toContainEqual({ id: 3 }));
  expect(done).not.toContainEqual({ id: 2 });
});

test('of two waiting jobs with one key only the later stays', async () => {
  await database.db.transaction(async (trx) => {
    await addJob(trx, 'note', { id: 4, version: 1 }, { key: 'four' });
    await addJob(trx, 'note', { id: 4, version: 2 }, { key: 'four' });
  });
  await eventually(() => expect(done).toContainEqual({ id: 4, version: 2 }));
  expect(done).not.toContainEqual({ id: 4, version: 1 });
});

test('a job that fails stays, to be tried again later', async () => {
  await addJob(database.db, 'fail-once', { id: 5 }, { maxAttempts: 3 });
  await eventually(() => expect(done).toContainEqual({ id: 5 }));
  await eventually(async () => {
    const [job] = (await jobs()).filter(({ taskIdentifier }) => taskIdentifier === 'fail-once');
    expect(job).toMatchObject({ attempts: 1, maxAttempts: 3, lastError: 'not yet', lockedAt: null });
  });
});

test('a role that owns nothing may leave jobs all the same', async () => {
  await database.db.raw('create role job_test_visitor nologin').catch(() => undefined); // roles belong to the server, not to this database
  await database.db.transaction(async (trx) => {
    await trx.raw('set local role job_test_visitor');
    await expect(trx.transaction((inner) => inner.raw(`select graphile_worker.add_job('note')`))).rejects.toThrow('permission denied');
    await addJob(trx, 'note', { id: 6 });
  });
  await eventually(() => expect(done).toContainEqual({ id: 6 }));
});

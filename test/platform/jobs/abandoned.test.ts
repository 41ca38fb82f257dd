import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Pool } from 'pg';
import { createPool } from '../../../src/platform/db/connect';
import { freeAbandonedJobs } from '../../../src/platform/jobs/abandoned';
import { addJob } from '../../../src/platform/jobs/queue';
import { startRunner } from '../../../src/platform/jobs/runner';
import { createLog } from '../../../src/platform/log';
import { ROOT } from '../../../src/platform/root';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { eventually } from '../../support/eventually';

const log = createLog({ level: 'silent', file: null });
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

const isLocked = async () => (await database.db('graphile_worker.jobs').whereNotNull('lockedAt').first('id')) !== undefined;

test('a job whose worker was killed is done by the next one at once', async () => {
  await addJob(database.db, 'endless', { id: 1 });
  const killed = spawn(process.execPath, ['--import', 'tsx', path.join(ROOT, 'test', 'support', 'endless-worker.ts'), database.url], { stdio: ['ignore', 'ignore', 'inherit'] });
  await eventually(async () => expect(await isLocked()).toBe(true));

  // while its worker lives, nobody takes it away
  (await freeAbandonedJobs(pool, log))();
  expect(await isLocked()).toBe(true);

  killed.kill('SIGKILL');
  const done: unknown[] = [];
  await eventually(async () => {
    (await freeAbandonedJobs(pool, log))();
    expect(await isLocked()).toBe(false);
  });
  const runner = await startRunner({ pool, log, schedule: [], tasks: { endless: (payload) => { done.push(payload); return Promise.resolve(); } } });
  await eventually(() => expect(done).toEqual([{ id: 1 }]));
  await runner.stop();
});

import { makeWorkerUtils } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Log } from '../log';
import { workerLogger } from './worker-logger';

/**
 * The queue's own schema, brought up to date, and the one door to it. Its tables have row-level security: a role that
 * does not own them cannot enqueue, not even with all grants, hence a function that runs as their owner.
 */
export async function migrateJobs(pool: Pool, log: Log): Promise<void> {
  const utils = await makeWorkerUtils({ pgPool: pool, logger: workerLogger(log) });
  try {
    await utils.migrate();
  } finally {
    await utils.release();
  }
  await pool.query(`
    create or replace function enqueue_job(task text, payload json, key text, attempts integer) returns void
    language sql security definer set search_path = pg_catalog, pg_temp
    as 'select graphile_worker.add_job(task, payload, job_key => key, max_attempts => attempts)'`);
}

import type { Deps } from './build-deps';
import type { OpenDatabase } from './open-database';
import { connect, createPool, FOR_JOBS } from './platform/db/connect';
import { startRunner, type Runner } from './platform/jobs/runner';
import { SCHEDULE } from './schedule';
import { startDue } from './start-due';
import { createTasks } from './tasks';

/** The worker, with connections of its own: a job may take a minute, and it must not take a visitor's. */
export async function startJobs(deps: Deps, { url, ownerUrl }: OpenDatabase): Promise<Runner> {
  const db = connect(url, FOR_JOBS);
  const pool = createPool(ownerUrl, (error) => deps.log.warn({ err: error }, 'A connection of the job queue was lost'));
  const runner = await startRunner({ pool, tasks: createTasks({ ...deps, db }), schedule: SCHEDULE, log: deps.log });
  const due = startDue({ ...deps, db });
  return {
    async stop() {
      await Promise.all([due.stop(), runner.stop()]);
      await Promise.all([db.destroy(), pool.end()]);
    },
  };
}

import { run } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Log } from '../log';
import { freeAbandonedJobs, signOfLife } from './abandoned';
import { workerLogger } from './worker-logger';

/** One function of the domain for each name. It runs at least once: doing it again must change nothing. */
export type Tasks = Readonly<Record<string, (payload: unknown) => Promise<void>>>;

export interface Runner {
  /** Resolves when the jobs in hand are done; no new ones are taken. */
  stop(): Promise<void>;
}

/**
 * Work on jobs until stopped. `schedule` holds crontab lines, "0 4 * * * prune-sessions ?fill=1d", in UTC.
 * The pool must have its error listeners (createPool), and a role that owns the queue.
 */
export async function startRunner(options: { pool: Pool; tasks: Tasks; schedule: readonly string[]; log: Log }): Promise<Runner> {
  const { pool, tasks, schedule, log } = options;
  const stopFreeing = await freeAbandonedJobs(pool, log);
  const runner = await run({
    pgPool: pool,
    taskList: Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(payload)])),
    crontab: schedule.join('\n'),
    concurrency: 2,
    noHandleSignals: true, // we stop it ourselves, between draining and closing the pools (rule 48)
    events: signOfLife(log),
    logger: workerLogger(log),
  });
  runner.promise.catch((error: unknown) => log.error({ err: error }, 'The job queue stopped'));
  return {
    stop() {
      stopFreeing();
      return runner.stop();
    },
  };
}

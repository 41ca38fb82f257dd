import { setTimeout as pause } from 'node:timers/promises';
import { run, type Runner as QueueRunner } from 'graphile-worker';
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

interface Options {
  readonly pool: Pool;
  readonly tasks: Tasks;
  readonly schedule: readonly string[];
  readonly log: Log;
}

/** Milliseconds between the queue's end and the next beginning. */
const AGAIN_AFTER = 1_000;

/**
 * Work on jobs until stopped. `schedule` holds crontab lines, "0 4 * * * prune-sessions ?fill=1d", in UTC.
 * The pool must have its error listeners (createPool), and a role that owns the queue.
 *
 * The queue gives up when the database goes away under a job; then it begins again as soon as it can.
 */
export async function startRunner(options: Options): Promise<Runner> {
  const { pool, log } = options;
  const stopFreeing = await freeAbandonedJobs(pool, log);
  const stopping = new AbortController();
  let runner = await begin(options); // what is wrong with the schedule or the role is a failure of the start
  const working = (async () => {
    for (;;) {
      await runner.promise.catch((error: unknown) => { log.error({ err: error }, 'The job queue stopped'); });
      const next = await beginAgain(options, stopping.signal);
      if (!next) return;
      runner = next;
      log.info('The job queue goes on');
    }
  })();
  return {
    async stop() {
      stopping.abort();
      stopFreeing();
      await runner.stop().catch(() => undefined); // it has stopped by itself
      await working;
    },
  };
}

/** Undefined: it shall stop. */
async function beginAgain(options: Options, signal: AbortSignal): Promise<QueueRunner | undefined> {
  let said = '';
  for (;;) {
    await pause(AGAIN_AFTER, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return undefined;
    const runner = await begin(options).catch((error: unknown) => {
      if (String(error) !== said) options.log.warn({ err: error }, 'The job queue cannot begin again yet');
      said = String(error);
    });
    if (runner && !signal.aborted) return runner;
    await runner?.stop();
  }
}

function begin({ pool, tasks, schedule, log }: Options): Promise<QueueRunner> {
  return run({
    pgPool: pool,
    taskList: Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(payload)])),
    crontab: schedule.join('\n'),
    concurrency: 2,
    noHandleSignals: true, // we stop it ourselves, between draining and closing the pools (rule 48)
    // graphile-worker 0.17 waits for the database to note a job's end only in batches; else a lost connection is a rejection that nobody hears, which ends the process
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    events: signOfLife(log),
    logger: workerLogger(log),
  });
}

import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Log } from '../log';

const WORKERS = 7_331_003;
const EVERY = 60_000;

const UNLOCK = `
  select graphile_worker.force_unlock_workers(array_agg(locked_by))
  from (select distinct locked_by from graphile_worker._private_jobs where locked_by is not null) as workers
  where pg_try_advisory_xact_lock($1, hashtext(locked_by))`;

/**
 * A worker that is killed leaves its jobs locked, by itself for four hours. Each of ours therefore holds an advisory lock
 * named after itself for as long as its connection lives; jobs of a worker whose lock is free are anybody's again.
 */
export function signOfLife(log: Log): WorkerEvents {
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:listen:success', ({ client, workerPool }) => {
    const lock = () => client.query('select pg_advisory_lock($1, hashtext($2))', [WORKERS, workerPool.id]);
    // the queue's own LISTEN comes first
    client.once('drain', () => void lock().catch((error: unknown) => log.warn({ err: error }, 'The worker could not give its sign of life')));
  });
  return events;
}

/** Now, and every minute until the function that this gives is called. */
export async function freeAbandonedJobs(pool: Pool, log: Log): Promise<() => void> {
  const free = () => pool.query(UNLOCK, [WORKERS]).catch((error: unknown) => log.warn({ err: error }, 'Abandoned jobs could not be looked for'));
  await free();
  const timer = setInterval(() => void free(), EVERY);
  return () => clearInterval(timer);
}

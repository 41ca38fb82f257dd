import type { Knex } from 'knex';

/** Ids and short facts only: what is large is looked up when the job runs. */
export type Payload = Readonly<Record<string, string | number | boolean | null>>;

export interface JobOptions {
  /** Of two waiting jobs with one key only the later stays. */
  key?: string;
  /** How often it is tried, with growing pauses, before it is given up. */
  maxAttempts?: number;
}

/**
 * Leave a job for the worker, in the caller's transaction: it starts some milliseconds after the commit, and never if
 * the transaction is rolled back. Jobs run at least once, so a task must bear being run again.
 */
export async function addJob(trx: Knex, task: string, payload: Payload, { key, maxAttempts = 10 }: JobOptions = {}): Promise<void> {
  await trx.raw('select enqueue_job(?, ?::json, ?, ?)', [task, JSON.stringify(payload), key ?? null, maxAttempts]);
}

import { Logger } from 'graphile-worker';
import type { Log } from '../log';

const SEVERITY: Readonly<Record<string, 'error' | 'warn'>> = { error: 'error', warning: 'warn' };

/** The queue reports every job it starts; only what went wrong is news. */
export function workerLogger(log: Log): Logger {
  return new Logger((scope) => (level, message, meta) => {
    log[SEVERITY[level] ?? 'debug']({ job: scope.jobId ?? null, task: scope.taskIdentifier ?? null, err: meta?.error }, message);
  });
}

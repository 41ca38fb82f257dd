import { Logger } from 'graphile-worker';
import type { Log } from '../log';

/** The queue reports every job it starts; only what went wrong is news. */
export function workerLogger(log: Log): Logger {
  return new Logger((scope) => (level, message, meta) => {
    const severity = level === 'error' ? 'error' : level === 'warning' ? 'warn' : 'debug';
    log[severity]({ job: scope.jobId ?? null, task: scope.taskIdentifier ?? null, err: meta?.error }, message);
  });
}

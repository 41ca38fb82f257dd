import { createPool } from '../../src/platform/db/connect';
import { startRunner } from '../../src/platform/jobs/runner';
import { createLog } from '../../src/platform/log';

/** Run by abandoned.test.ts in a process of its own: take a job and never finish it. */
void startRunner({
  pool: createPool(process.argv[2]!),
  tasks: { endless: () => new Promise(() => { setInterval(() => undefined, 1_000); }) },
  schedule: [],
  log: createLog({ level: 'silent', file: null }),
});

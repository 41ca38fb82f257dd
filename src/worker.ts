import { open } from './open';
import { prepareDatabase } from './prepare-database';
import { runProcess } from './shut-down';
import { startJobs } from './start-jobs';

/** Only jobs, for installations whose web processes run with WORKER=off. */
runProcess(async (parts) => {
  const { database, deps } = await open(parts);
  await prepareDatabase(deps, database);
  parts.jobs = await startJobs(deps, database);
  deps.log.info('The worker is running');
});

import { open } from './open';
import { prepareDatabase } from './prepare-database';
import { runProcess } from './shut-down';
import { startCms } from './start-cms';
import { startJobs } from './start-jobs';

/** Only jobs, for installations whose web processes run with WORKER=off. */
runProcess(async (parts) => {
  const { database, deps } = await open(parts);
  await prepareDatabase(deps, database);
  parts.cms = await startCms(deps);
  parts.jobs = await startJobs(deps, database);
  deps.log.info('The worker is running');
});

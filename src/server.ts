import { createHandler } from './app';
import { open } from './open';
import { prepareDatabase } from './prepare-database';
import { runProcess } from './shut-down';
import { startCms } from './start-cms';
import { startJobs } from './start-jobs';
import { startMessage } from './start-message';
import { checkPort, openWebServer } from './web-server';

/** The web process, and unless WORKER=off the worker in it. */
runProcess(async (parts) => {
  const { config, database, deps } = await open(parts, ({ port }) => checkPort(port));
  const administrator = await prepareDatabase(deps, database);
  parts.cms = await startCms(deps);
  if (config.worker) parts.jobs = await startJobs(deps, database);

  const handler = createHandler(deps);
  parts.web = await openWebServer(config.port, (req, res) => deps.health.answer(req, res) || handler(req, res), config.publicUrl.startsWith('https:'));
  if (config.environment === 'production') deps.log.info({ port: config.port, publicUrl: config.publicUrl }, 'Plenary is running');
  else process.stdout.write(startMessage(config, administrator));
});

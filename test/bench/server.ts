import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createHandler } from '../../src/app';
import { buildDeps, type Deps } from '../../src/build-deps';
import { readConfig } from '../../src/config';
import { connect, createPool, FOR_MIGRATIONS } from '../../src/platform/db/connect';
import { migrate } from '../../src/platform/db/migrations';
import { migrateJobs } from '../../src/platform/jobs/migrate';
import { createLog } from '../../src/platform/log';
import { temporaryDirectory } from '../../src/platform/postgres/directories';
import { startEmbeddedPostgres } from '../../src/platform/postgres/start';
import { seed } from '../../src/prepare-database';

/** The seeded site as in production, on a database that goes away with it. `env`: settings besides the usual ones. */
export async function startThrowAwayServer(env: Readonly<Record<string, string>> = {}): Promise<{ origin: string; deps: Deps; stop(): Promise<void> }> {
  const directory = temporaryDirectory();
  const postgres = await startEmbeddedPostgres({ directory });
  const log = createLog({ level: 'silent', file: null });
  const owner = connect(postgres.url, FOR_MIGRATIONS);
  await migrate(owner);
  const pool = createPool(postgres.url);
  await migrateJobs(pool, log);
  await Promise.all([owner.destroy(), pool.end()]);

  const config = readConfig({
    NODE_ENV: 'production', LOG_LEVEL: 'silent', DATA_DIR: path.join(directory, 'data'), DATABASE_URL: postgres.url,
    PUBLIC_URL: 'http://localhost:3000', SESSION_SECRET: 'kPz7mW2xQ9vR4tY8uB3nL6cF1dH5jG0s', ...env,
  });
  const deps = await buildDeps(config, { databaseUrl: postgres.url, now: () => new Date(), log });
  await seed(deps);
  await deps.sites.load();
  const server = http.createServer(createHandler(deps));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });

  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await deps.close();
    await postgres.stop();
    fs.rmSync(directory, { recursive: true, force: true });
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, deps, stop };
}

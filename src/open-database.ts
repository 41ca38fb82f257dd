import path from 'node:path';
import type { Config } from './config';
import { checkServer } from './platform/db/check';
import type { Log } from './platform/log';
import { startEmbeddedPostgres } from './platform/postgres/start';
import { Refusal } from './platform/refusal';

export interface OpenDatabase {
  readonly url: string;
  /** Of the role that owns the schema and the job queue; the same as `url` where there is one role. */
  readonly ownerUrl: string;
  /** Does nothing for a server that is not ours. */
  stop(): Promise<void>;
}

const TOLERATED_CLOCK_DIFFERENCE = 2_000;

/**
 * DATABASE_URL where somebody runs a database; our own on a fresh machine. Production never comes to the second:
 * readConfig refuses before.
 * @throws Refusal
 */
export async function openDatabase(config: Config, now: () => Date, log: Log): Promise<OpenDatabase> {
  const database = config.databaseUrl === null ? await ownServer(config) : foreignServer(config, config.databaseUrl);
  const { clockAhead } = await checkServer(database.url, now);
  if (database.ownerUrl !== database.url) await checkServer(database.ownerUrl, now);
  if (Math.abs(clockAhead) > TOLERATED_CLOCK_DIFFERENCE) {
    log.warn({ clockAhead }, `The database's clock differs from this machine's by ${(clockAhead / 1_000).toFixed(1)} s: set both by NTP`);
  }
  return database;
}

function foreignServer(config: Config, url: string): OpenDatabase {
  return { url, ownerUrl: config.migrateDatabaseUrl ?? url, stop: () => Promise.resolve() };
}

async function ownServer({ dataDir }: Config): Promise<OpenDatabase> {
  try {
    const server = await startEmbeddedPostgres({ directory: path.join(dataDir, 'postgres') });
    return { url: server.url, ownerUrl: server.url, stop: () => server.stop() };
  } catch (error) {
    throw new Refusal((error as Error).message);
  }
}

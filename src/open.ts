import fs from 'node:fs';
import { buildDeps, type Deps } from './build-deps';
import { readConfig, type Config } from './config';
import { openDatabase, type OpenDatabase } from './open-database';
import { createLog } from './platform/log';
import { makePassableFolder } from './platform/folders';
import { Refusal } from './platform/refusal';
import type { Parts } from './shut-down';
import { logFile } from './start-message';

export interface Opened {
  config: Config;
  database: OpenDatabase;
  deps: Deps;
}

/**
 * The beginning that all processes share: settings, log, database, things. `first` runs before the database is touched.
 * @throws Refusal
 */
export async function open(parts: Parts, first: (config: Config) => Promise<void> = () => Promise.resolve()): Promise<Opened> {
  const config = readConfig();
  await first(config);
  checkDataDir(config.dataDir);
  const now = () => new Date();
  const log = createLog({ level: config.logLevel, file: logFile(config) });
  const database = parts.database = await openDatabase(config, now, log);
  const deps = parts.deps = await buildDeps(config, { databaseUrl: database.url, now, log });
  return { config, database, deps };
}

/** Everything that a process keeps lies there: better one sentence now than a stack later. */
function checkDataDir(folder: string): void {
  try {
    makePassableFolder(folder);
    fs.accessSync(folder, fs.constants.W_OK | fs.constants.X_OK);
  } catch (error) {
    throw new Refusal(`DATA_DIR (${folder}) cannot be used as a folder to write in: ${(error as Error).message}.`);
  }
}

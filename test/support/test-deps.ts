import fs from 'node:fs';
import { buildDeps, type Deps, type More } from '../../src/build-deps';
import { readConfig } from '../../src/config';
import { createLog } from '../../src/platform/log';
import { testDataDir } from './server';

export interface TestDepsOptions {
  env?: Readonly<Record<string, string>>;
  now?: () => Date;
  more?: More;
}

/** What the application is built from, on a test database: real parts, quiet log, mails in files. Close it after use. */
export async function buildTestDeps(databaseUrl: string, { env = {}, now = () => new Date(), more = {} }: TestDepsOptions = {}): Promise<Deps> {
  fs.mkdirSync(testDataDir(), { recursive: true });
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATA_DIR: testDataDir(), DATABASE_URL: databaseUrl, ...env });
  return buildDeps(config, { databaseUrl, now, more, log: createLog({ level: config.logLevel, file: null }) });
}

import { execFileSync } from 'node:child_process';
import type { GlobalConfig } from 'jest';
import { connect, createPool, FOR_MIGRATIONS } from '../../src/platform/db/connect';
import { migrate } from '../../src/platform/db/migrations';
import { migrateJobs } from '../../src/platform/jobs/migrate';
import { createLog } from '../../src/platform/log';
import { temporaryDirectory } from '../../src/platform/postgres/directories';
import { startEmbeddedPostgres } from '../../src/platform/postgres/start';
import { ROOT } from '../../src/platform/root';
import { seedTemplate } from './seeded-database';
import { asAdministrator, rememberServer, withDatabase, type TestServer } from './server';

/**
 * Once per run: the browser assets that pages name, a server, and on it one template database with all migrations applied. A run of
 * everything loads the demonstration here too, so that no test has to wait for it; a run of some files only when one asks.
 */
export default async function globalSetup({ testPathPatterns }: GlobalConfig): Promise<void> {
  execFileSync(process.execPath, ['build.cjs', '--client'], { cwd: ROOT, stdio: 'inherit' });
  const server = await testServer();
  rememberServer(server);
  const { postgres: { url }, prefix } = server;

  const template = `${prefix}_template`;
  await asAdministrator(url, (client) => client.query(`create database ${template}`));
  await migrateTemplate(withDatabase(url, template));
  if (testPathPatterns.patterns.length === 0) await seedTemplate();
}

/** All connections are closed at the end: a template that has some cannot be copied. */
async function migrateTemplate(url: string): Promise<void> {
  const db = connect(url, FOR_MIGRATIONS);
  const pool = createPool(url);
  await migrate(db);
  await migrateJobs(pool, createLog({ level: 'silent', file: null }));
  await Promise.all([db.destroy(), pool.end()]);
}

/** TEST_DATABASE_URL, if somebody wants another server or version; else a throw-away cluster. */
async function testServer(): Promise<TestServer> {
  const prefix = `test_${process.pid}_${Date.now().toString(36)}`;
  const url = process.env.TEST_DATABASE_URL;
  if (url) return { postgres: { url, stop: () => Promise.resolve() }, prefix, directory: null };

  const directory = temporaryDirectory();
  return { postgres: await startEmbeddedPostgres({ directory, durable: false }), prefix, directory };
}

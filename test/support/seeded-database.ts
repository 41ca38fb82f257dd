import { seed } from '../../src/prepare-database';
import { createDatabaseFrom, type TestDatabase } from './database';
import { asAdministrator, testPrefix, testServerUrl, withDatabase } from './server';
import { buildTestDeps } from './test-deps';

const LOADING = 7_331_002;

/** A database of one's own with the demonstration in it: a copy of the template, which costs some ten milliseconds. */
export async function createSeededDatabase(): Promise<TestDatabase> {
  return createDatabaseFrom(await seedTemplate());
}

/** Loads the demonstration into a template, once per run. Gives its name. */
export async function seedTemplate(): Promise<string> {
  const template = `${testPrefix()}_seeded`;
  await asAdministrator(testServerUrl(), async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOADING]); // other workers wait here; freed with the connection
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (rowCount) return;
    const unfinished = `${template}_unfinished`;
    await client.query(`drop database if exists ${unfinished}`);
    await client.query(`create database ${unfinished} template ${testPrefix()}_template`);
    await loadDemonstration(withDatabase(testServerUrl(), unfinished));
    await client.query(`alter database ${unfinished} rename to ${template}`);
  });
  return template;
}

async function loadDemonstration(url: string): Promise<void> {
  const deps = await buildTestDeps(url);
  try {
    await seed(deps);
  } finally {
    await deps.close();
  }
}

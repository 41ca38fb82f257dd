import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { connect, type Db } from '../../src/platform/db/connect';
import { asAdministrator, testServerUrl, testPrefix, withDatabase } from './server';

export interface TestDatabase {
  db: Db;
  url: string;
  close(): Promise<void>;
}

/** A migrated database that nobody else uses. One per test file: create it in beforeAll, close it in afterAll. */
export function createTestDatabase(): Promise<TestDatabase> {
  return createDatabaseFrom(`${testPrefix()}_template`);
}

/** A copy of a template, which must have no connections of its own. */
export async function createDatabaseFrom(template: string): Promise<TestDatabase> {
  // Random, not counted: jest loads this module anew for every file, so a counter would repeat itself.
  const name = `${testPrefix()}_${randomBytes(6).toString('hex')}`;
  await asAdministrator(testServerUrl(), (client) => copyTemplate(client, name, template));

  const url = withDatabase(testServerUrl(), name);
  const db = connect(url);
  return { db, url, close: () => db.destroy() }; // the database goes with the server, see global-teardown.ts
}

const BUSY = '55006'; // another worker is copying the template at this moment

async function copyTemplate(client: Client, name: string, template: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(`create database ${name} template ${template}`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== BUSY || attempt === 250) throw error;
      await pause(20);
    }
  }
}

import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import type { EmbeddedPostgres } from '../../src/platform/postgres/start';

/**
 * What global-setup.ts hands to global-teardown.ts. Test files do not see it: each of them
 * runs in a process and a world of its own, and is told of the server by environment variables.
 */
export interface TestServer {
  postgres: EmbeddedPostgres;
  /** Of every database this run creates. */
  prefix: string;
  /** Only for a cluster of our own. */
  directory: string | null;
}

const holder = globalThis as { testServer?: TestServer };

export function rememberServer(server: TestServer): void {
  holder.testServer = server;
  process.env.TEST_SERVER_URL = server.postgres.url;
  process.env.TEST_PREFIX = server.prefix;
}

export function rememberedServer(): TestServer | undefined {
  return holder.testServer;
}

export function testServerUrl(): string {
  return required('TEST_SERVER_URL');
}

export function testPrefix(): string {
  return required('TEST_PREFIX');
}

/** DATA_DIR of every test file of a run: one for all, so that the pictures of the seeded template are found by its copies. */
export function testDataDir(): string {
  return path.join(os.tmpdir(), `plenary-${testPrefix()}`);
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: does jest.config.cjs name the global set-up?`);
  return value;
}

/** Run something on the maintenance connection. */
export async function asAdministrator<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

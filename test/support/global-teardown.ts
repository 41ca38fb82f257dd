import fs from 'node:fs';
import { asAdministrator, rememberedServer, testDataDir } from './server';

export default async function globalTeardown(): Promise<void> {
  const server = rememberedServer();
  if (!server) return;

  fs.rmSync(testDataDir(), { recursive: true, force: true });
  if (server.directory) {
    await server.postgres.stop();
    fs.rmSync(server.directory, { recursive: true, force: true });
  } else {
    await dropDatabases(server.postgres.url, server.prefix);
  }
}

/** Only now: dropping them while a pool still closes ends connections with error 57P01. */
async function dropDatabases(url: string, prefix: string): Promise<void> {
  await asAdministrator(url, async (client) => {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [prefix]);
    for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
  });
}

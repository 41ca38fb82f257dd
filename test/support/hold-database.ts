import { startEmbeddedPostgres } from '../../src/platform/postgres/start';

/** Run by embedded-postgres.test.ts in a process of its own: start a server, say where it is, wait for the end. */
async function main(): Promise<void> {
  const { url } = await startEmbeddedPostgres({ directory: process.argv[2]!, durable: false });
  process.stdout.write(`${url}\n`);
  setInterval(() => undefined, 1_000);
}

void main();

import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { temporaryDirectory } from '../../../src/platform/postgres/directories';
import { readPostmasterFile } from '../../../src/platform/postgres/running';
import { startEmbeddedPostgres } from '../../../src/platform/postgres/start';
import { ROOT } from '../../../src/platform/root';
import { isAlive } from '../../support/process';

let directory: string;
let holder: ChildProcess;
let url: string;

beforeAll(async () => {
  directory = temporaryDirectory();
  const program = path.join(ROOT, 'test', 'support', 'hold-database.ts');
  holder = spawn(process.execPath, ['--import', 'tsx', program, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  url = await firstLine(holder);
}, 60_000);

afterAll(() => {
  holder.kill('SIGKILL');
  fs.rmSync(directory, { recursive: true, force: true });
});

test('a second process shares the running server, and may not stop it', async () => {
  const shared = await startEmbeddedPostgres({ directory, durable: false });
  expect(shared.url).toBe(url);

  await shared.stop();
  const client = new Client({ connectionString: url });
  await client.connect();
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await client.end();
});

test('no server survives the process that started it, even after SIGKILL', async () => {
  const server = readPostmasterFile(path.join(directory, 'data'))!;
  expect(isAlive(server.pid)).toBe(true);

  holder.kill('SIGKILL');
  const deadline = Date.now() + 10_000;
  while (isAlive(server.pid) && Date.now() < deadline) await pause(20);

  expect(isAlive(server.pid)).toBe(false);
  expect(readPostmasterFile(path.join(directory, 'data'))).toBeUndefined();
});

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout!.once('data', (data: Buffer) => resolve(data.toString().trim()));
    child.once('exit', (code) => reject(new Error(`ended with code ${code}`)));
  });
}

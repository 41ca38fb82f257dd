import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { runImportCommand } from '../../src/import-commands';
import { Refusal } from '../../src/platform/refusal';
import { temporaryDirectory } from '../../src/platform/postgres/directories';
import { openEmptySite, type TestSite } from '../support/site';
import { indexOf, rfcEntry } from './rfc-editor/index-file';

const SAMPLE = path.join(__dirname, 'rfc-editor', 'rfc-index.xml');
let site: TestSite;
let dataDir: string;
beforeAll(async () => {
  dataDir = temporaryDirectory();
  site = await openEmptySite({ env: { DATA_DIR: dataDir } });
});
afterAll(async () => {
  await site.close();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

const run = (...args: string[]) => runImportCommand(site.deps, args);

test('it says what became of it: a try, the real thing, and again', async () => {
  const tried = await run('rfcs', '--from', SAMPLE, '--dry-run');
  expect(tried.text).toMatch(/^10 RFCs, 4 of BCP, STD and FYI; numbers never issued: 1\.\n10 new, 0 changed, 0 unchanged, 0 gone; a dry run, so nothing was written\.\n[\d.]+ s, at most \d+ MB of memory\.$/);
  expect((await run('rfcs', '--from', SAMPLE)).text).toContain('10 new, 0 changed');
  expect(await run('rfcs', '--from', SAMPLE)).toMatchObject({ exitCode: 0, text: expect.stringContaining('0 new, 0 changed, 10 unchanged') });
});

test('exit code 3 and the reasons, when some entries cannot be read', async () => {
  const file = path.join(dataDir, 'partial.xml');
  fs.writeFileSync(file, indexOf(...Array.from({ length: 12 }, (_, index) => rfcEntry(index + 1)), rfcEntry(99).replace('June', 'Brumaire')));
  const { text, exitCode } = await run('rfcs', '--from', file);
  expect(exitCode).toBe(3);
  expect(text).toContain('1 could not be read and stay as they were: RFC 99: no date that can be read.');
  expect(text).toContain('Not in the index any more, and marked so: RFC 18, RFC 1149,');
});

test('from an address: kept in the data folder, and asked for again only if it changed', async () => {
  const statuses: number[] = [];
  const server = http.createServer((req, res) => {
    statuses.push(req.headers['if-none-match'] === '"v1"' ? 304 : 200);
    if (statuses.at(-1) === 304) return void res.writeHead(304).end();
    res.writeHead(200, { 'Content-Type': 'application/xml', ETag: '"v1"' }).end(fs.readFileSync(SAMPLE));
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/rfc-index.xml`;
  for (const _ of [1, 2]) await run('rfcs', '--from', url, '--allow-fewer');
  expect(statuses).toEqual([200, 304]);
  expect(fs.readdirSync(path.join(dataDir, 'imports')).sort()).toEqual(['rfc-index', 'rfc-index.json']);
  server.closeAllConnections();
  server.close();
});

test.each([
  [[], 'It is written: npm run cli import rfcs --from'],
  [['groups', '--from', SAMPLE], 'It is written'],
  [['rfcs'], 'It is written'],
  [['rfcs', '--form', SAMPLE], 'Unknown option'],
  [['rfcs', '--from', '/nowhere/rfc-index.xml'], 'There is no file /nowhere/rfc-index.xml'],
  [['rfcs', '--from', 'http://www.rfc-editor.org/rfc-index.xml'], 'begins with https://'],
])('%j is refused in words', async (args, message) => {
  const refusal = await run(...args).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect((refusal as Refusal).message).toContain(message);
});

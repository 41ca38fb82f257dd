import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { insertPending } from '../src/cms/media/pending-queries';
import { SETTLE_FILES } from '../src/cms/media/keep-up-files';
import { runMediaCommand } from '../src/media-commands';
import { SCHEDULE } from '../src/schedule';
import { startCms } from '../src/start-cms';
import { createTasks } from '../src/tasks';
import { openEmptySite, type TestSite } from './support/site';
import { listKeys } from './cms/media/file-rows';

let site: TestSite;
let dataDir: string;

beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'media-commands-'));
  site = await openEmptySite({ env: { DATA_DIR: dataDir } });
});
afterAll(async () => {
  await site.close();
  fs.rmSync(dataDir, { recursive: true });
});

async function run(...args: string[]): Promise<{ lines: string[]; text: string; exitCode: number }> {
  const lines: string[] = [];
  return { ...await runMediaCommand(site.deps, args, (line) => lines.push(line)), lines };
}

test('an empty store is well', async () => {
  expect(await run('check')).toEqual({ lines: [], text: '0 files in the store, 0.0 MB; rows name 0. All well.', exitCode: 0 });
});

test('a file that no row names is a line and exit code 1, until it is mended', async () => {
  await site.deps.files.put('documents/a.txt', Buffer.from('x'));
  const old = new Date(Date.now() - 48 * 3_600_000);
  fs.utimesSync(path.join(dataDir, 'media', 'documents', 'a.txt'), old, old);

  expect(await run('check')).toEqual({ lines: [expect.stringContaining('documents/a.txt is named by no row')], text: '1 file in the store, 0.0 MB; rows name 0. 1 found, 1 to look after.', exitCode: 1 });
  expect(await run('check', '--repair')).toMatchObject({ text: '1 file in the store, 0.0 MB; rows name 0. 1 found, 1 mended.', exitCode: 0 });
  expect((await run('check')).exitCode).toBe(0);
});

test.each([[], ['sweep'], ['check', 'twice'], ['check', '--everything']])('%j is refused in words', async (...args) => {
  await expect(run(...args)).rejects.toThrow(/It is written|Unknown option/);
});

test.each(['the start', 'the hourly job'])('%s puts away what was left', async (when) => {
  const incoming = path.join(dataDir, 'media', '.incoming');
  const hoursAgo = new Date(Date.now() - 2 * 3_600_000);
  for (const name of ['old', 'new']) fs.writeFileSync(path.join(incoming, name), 'x');
  fs.utimesSync(path.join(incoming, 'old'), hoursAgo, hoursAgo);
  await site.deps.files.put('documents/left.txt', Buffer.from('half'));
  await insertPending(site.deps.db, ['documents/left.txt'], hoursAgo);

  if (when === 'the start') await (await startCms(site.deps)).stop();
  else await createTasks(site.deps)[SETTLE_FILES]!({});
  expect(fs.readdirSync(incoming)).toEqual(['new']);
  expect(await listKeys(site.deps.files)).toEqual([]);
});

test('the hourly job is hourly', () => {
  expect(SCHEDULE.filter((line) => line.endsWith(` ${SETTLE_FILES}`))).toEqual([expect.stringMatching(/^\d+ \* \* \* \* /)]);
});

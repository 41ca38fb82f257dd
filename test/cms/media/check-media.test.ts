import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkMedia, type Finding, type MediaReport } from '../../../src/cms/media/check-media';
import { keepFile, type FileDeps } from '../../../src/cms/media/keep-file';
import { insertPending } from '../../../src/cms/media/pending-queries';
import { localFiles } from '../../../src/platform/files';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { listKeys, nameFile } from './file-rows';

let database: TestDatabase;
let deps: FileDeps;
let folder: string;
/** What the files below are dated by. */
const NOW = new Date('2026-03-10T12:00:00Z');

beforeAll(async () => { database = await createTestDatabase(); });
afterAll(() => database.close());
beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'check-'));
  deps = { db: database.db, files: localFiles(folder), now: () => NOW };
  for (const key of ['documents/one.txt', 'documents/two.txt']) await keepFile(deps, key, () => Buffer.from('text'), (trx) => nameFile(trx, key, 4));
});
afterEach(async () => {
  await database.db('documents').del();
  await database.db('pendingFiles').del();
  fs.rmSync(folder, { recursive: true });
});

async function check(options: { repair?: boolean; hash?: boolean } = {}): Promise<{ lines: string[]; report: MediaReport }> {
  const findings: Finding[] = [];
  const report = await checkMedia(deps, { repair: false, hash: false, ...options }, (finding) => findings.push(finding));
  return { report, lines: findings.map(({ key, problem }) => `${key} ${problem}`) };
}

/** A file that nobody announced, so many hours old. */
async function putUnnamed(key: string, hours: number): Promise<void> {
  await deps.files.put(key, Buffer.from('orphan'));
  const at = new Date(NOW.getTime() - hours * 3_600_000);
  fs.utimesSync(path.join(folder, key), at, at);
}

test('where all is well nothing is said', async () => {
  expect(await check()).toEqual({ lines: [], report: { files: 2, bytes: 8, named: 2, found: 0, mended: 0 } });
});

test('a file that is missing, one of another size, one that nobody names: a line each', async () => {
  const id = await nameFile(database.db, 'documents/missing.txt', 4);
  fs.writeFileSync(path.join(folder, 'documents', 'two.txt'), 'half');
  fs.appendFileSync(path.join(folder, 'documents', 'two.txt'), '+');
  await putUnnamed('images/abc/original.png', 1);

  const { lines, report } = await check();
  expect(lines).toEqual([
    expect.stringMatching(/^documents\/two\.txt has 5 bytes, and the rows say 4 bytes \(document \d+\)$/),
    'images/abc/original.png is named by no row: 6 bytes, since 2026-03-10 11:00 UTC',
    `documents/missing.txt is not in the store (document ${id})`,
  ]);
  expect(report).toEqual({ files: 3, bytes: 15, named: 3, found: 3, mended: 0 });
});

test('what is announced is wrong only when nobody works on it', async () => {
  const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
  await insertPending(database.db, ['documents/left.txt'], minutesAgo(2));
  await insertPending(database.db, ['documents/fresh.txt'], minutesAgo(0.5));
  await insertPending(database.db, ['documents/busy.txt'], minutesAgo(2));
  for (const name of ['left', 'fresh', 'busy']) await deps.files.put(`documents/${name}.txt`, Buffer.from('half'));

  await database.db.transaction(async (trx) => {
    await trx('pendingFiles').where('storageKey', 'documents/busy.txt').forUpdate();
    expect((await check()).lines).toEqual(['documents/left.txt was announced on 2026-03-10 11:58 UTC, and nobody works on it']);
    expect((await check({ repair: true })).lines).toEqual(['documents/left.txt was announced on 2026-03-10 11:58 UTC, and nobody works on it: settled']);
  });
  expect(await listKeys(deps.files)).toEqual(['documents/busy.txt', 'documents/fresh.txt', 'documents/one.txt', 'documents/two.txt']);
});

test('repairing removes what nobody names and is older than a day, says each, and leaves all else', async () => {
  await putUnnamed('images/abc/original.png', 25);
  await putUnnamed('images/def/original.png', 23);
  await nameFile(database.db, 'documents/missing.txt', 4);

  const { lines, report } = await check({ repair: true });
  expect(lines).toEqual([
    'images/abc/original.png is named by no row: 6 bytes, since 2026-03-09 11:00 UTC; removed',
    'images/def/original.png is named by no row: 6 bytes, since 2026-03-09 13:00 UTC; left, for it is younger than a day',
    expect.stringContaining('documents/missing.txt is not in the store'),
  ]);
  expect(report).toMatchObject({ found: 3, mended: 1 });
  expect(await listKeys(deps.files)).toEqual(['documents/one.txt', 'documents/two.txt', 'images/def/original.png']);
});

test('with the wrong database nothing is removed', async () => {
  for (let number = 0; number < 101; number += 1) await putUnnamed(`images/${number}/original.png`, 48);
  const { lines, report } = await check({ repair: true });
  expect(lines[0]).toContain('is it the right database?');
  expect(report).toMatchObject({ files: 103, found: 101, mended: 0 });
});

test('reading everything finds a document whose content has changed', async () => {
  const sha256 = '982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1'; // of "text"
  await database.db('documents').update({ sha256 });
  expect((await check({ hash: true })).lines).toEqual([]);

  fs.writeFileSync(path.join(folder, 'documents', 'one.txt'), 'tExt');
  expect((await check()).lines).toEqual([]);
  expect((await check({ hash: true })).lines).toEqual([expect.stringMatching(/^documents\/one\.txt has another content than when it was stored/)]);
});

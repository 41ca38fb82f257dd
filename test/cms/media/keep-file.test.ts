import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { discardFiles, keepFile, settleFiles, type FileDeps } from '../../../src/cms/media/keep-file';
import { listPending, NAMING_TABLES } from '../../../src/cms/media/pending-queries';
import type { Db } from '../../../src/platform/db/connect';
import { localFiles } from '../../../src/platform/files';
import { s3Files } from '../../../src/platform/s3-files';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { eventually } from '../../support/eventually';
import { listKeys, nameFile } from './file-rows';

let database: TestDatabase;
let deps: FileDeps;
let folder: string;

beforeAll(async () => { database = await createTestDatabase(); });
afterAll(() => database.close());
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'keep-'));
  deps = { db: database.db, files: localFiles(folder), now: () => new Date('2026-03-01T12:00:00Z') };
});
afterEach(async () => {
  await database.db('documents').del();
  await database.db('pendingFiles').del();
  fs.rmSync(folder, { recursive: true });
});

const KEY = 'documents/a.txt';
const text = (content: string) => () => Buffer.from(content);
const named = (key = KEY, bytes = 1) => (trx: Db) => nameFile(trx, key, bytes);
const refused = () => Promise.reject(new Error('refused'));

async function state(): Promise<{ files: string[]; rows: string[]; pending: string[] }> {
  const rows = await database.db('documents').orderBy('id').pluck('storage_key') as string[];
  return { files: await listKeys(deps.files), rows, pending: await listPending(database.db) };
}
const NOTHING = { files: [], rows: [], pending: [] };

/** A file whose writing goes on until it is told to end. */
function slowFile(): { content: () => Readable; begun: Promise<void>; end: () => void } {
  const stream = new PassThrough();
  let begin: () => void;
  const begun = new Promise<void>((resolve) => { begin = resolve; });
  stream.write('first part ');
  return { content: () => { begin(); return stream; }, begun, end: () => { stream.end('second part'); } };
}

test('a file and its row are both there, and nothing is announced any more', async () => {
  const id = await keepFile(deps, KEY, text('x'), named());
  expect(await database.db('documents').pluck('id')).toEqual([id]);
  expect(await state()).toEqual({ files: [KEY], rows: [KEY], pending: [] });
});

test('when the rows are refused, neither is there', async () => {
  await expect(keepFile(deps, KEY, text('x'), async (trx) => { await named()(trx); await refused(); })).rejects.toThrow('refused');
  expect(await state()).toEqual(NOTHING);
});

test('when the file breaks off, neither is there', async () => {
  const broken = () => new Readable({ read() { this.push('half'); this.destroy(new Error('gone')); } });
  await expect(keepFile(deps, KEY, broken, named())).rejects.toThrow('gone');
  expect(await state()).toEqual(NOTHING);
});

test('a file that another row names stays when new rows for it are refused', async () => {
  await keepFile(deps, KEY, text('x'), named());
  await expect(keepFile(deps, KEY, text('x'), refused)).rejects.toThrow('refused');
  expect(await state()).toEqual({ files: [KEY], rows: [KEY], pending: [] });
});

test('ten writers of one file come one after the other, and each has its row', async () => {
  await Promise.all(Array.from({ length: 10 }, () => keepFile(deps, KEY, text('x'), named())));
  expect(await state()).toEqual({ files: [KEY], rows: Array(10).fill(KEY), pending: [] });
});

test('ten writers of one file, nine of whom are refused, and three who settle meanwhile: the tenth has its file', async () => {
  const writers = Array.from({ length: 10 }, (_, index) => keepFile(deps, KEY, text('x'), index === 4 ? named() : refused));
  const results = await Promise.allSettled([...writers, ...Array.from({ length: 3 }, () => settleFiles(deps))]);
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(9);
  expect(await state()).toEqual({ files: [KEY], rows: [KEY], pending: [] });
});

test('who settles leaves a file alone that somebody is writing', async () => {
  const file = slowFile();
  const kept = keepFile(deps, KEY, file.content, named());
  await file.begun;

  expect(await settleFiles(deps)).toBe(0);
  expect(await listPending(database.db)).toEqual([KEY]);
  file.end();
  await kept;
  expect(await state()).toEqual({ files: [KEY], rows: [KEY], pending: [] });
});

test('nothing is left when the database ends the transaction of a slow writer, and others settle before the file is there', async () => {
  const file = slowFile();
  const kept = keepFile(deps, KEY, file.content, named());
  await file.begun;
  const writers = () => database.db('pg_stat_activity').whereRaw('datname = current_database()').where('state', 'idle in transaction');
  await eventually(async () => { expect(await writers()).toHaveLength(1); });
  await writers().select(database.db.raw('pg_terminate_backend(pid)'));
  await eventually(async () => { expect(await settleFiles(deps)).toBe(1); });

  file.end();
  await expect(kept).rejects.toThrow();
  expect(await state()).toEqual(NOTHING);
});

test('a file that lost its row goes, and one that another row names stays', async () => {
  const other = 'documents/b.txt';
  const [only, first] = [await keepFile(deps, KEY, text('x'), named()), await keepFile(deps, other, text('y'), named(other))];
  await nameFile(database.db, other, 1);
  const drop = (trx: Db, id: number, key: string) => trx('documents').where('id', id).del().then(() => discardFiles(trx, [key, key], deps.now()));

  await database.db.transaction((trx) => drop(trx, first, other));
  await database.db.transaction((trx) => drop(trx, only, KEY));
  expect(await settleFiles(deps)).toBe(1);
  expect(await state()).toEqual({ files: [other], rows: [other], pending: [] });
});

test('a file whose removal was rolled back stays', async () => {
  await keepFile(deps, KEY, text('x'), named());
  await expect(database.db.transaction(async (trx) => { await trx('documents').del(); await discardFiles(trx, [KEY], deps.now()); await refused(); })).rejects.toThrow('refused');
  expect(await settleFiles(deps)).toBe(0);
  expect(await state()).toEqual({ files: [KEY], rows: [KEY], pending: [] });
});

test('a file that cannot go keeps no other from going, and is asked for again', async () => {
  fs.mkdirSync(path.join(folder, 'documents', 'folder.txt', 'inside'), { recursive: true });
  await deps.files.put(KEY, Buffer.from('x'));
  await discardFiles(database.db, ['documents/folder.txt', KEY], deps.now());

  await expect(settleFiles(deps)).rejects.toThrow();
  expect(await state()).toEqual({ files: [], rows: [], pending: ['documents/folder.txt'] });
});

test('a store that does not answer leaves an announcement, for later, and no row', async () => {
  const away = await s3Files({
    endpoint: 'http://127.0.0.1:1', region: 'x', bucket: 'media', prefix: '', accessKeyId: 'key', secretAccessKey: 'secret', forcePathStyle: true, spoolFolder: folder,
  });
  await expect(keepFile({ ...deps, files: away }, KEY, text('x'), named())).rejects.toMatchObject({ status: 503 });
  expect(await state()).toEqual({ files: [], rows: [], pending: [KEY] });
});

test('a slow store leaves connections to the others', async () => {
  const files = Array.from({ length: 12 }, slowFile);
  const kept = files.map(({ content }, index) => keepFile(deps, `documents/${index}.txt`, content, named(`documents/${index}.txt`)));
  await Promise.all(files.slice(0, 4).map(({ begun }) => begun));
  await pause(50);

  await database.db.raw('select 1');
  expect((await listPending(database.db)).length).toBe(4);
  for (const { end } of files) end();
  await Promise.all(kept);
  expect((await state()).files).toHaveLength(12);
});

test('a file is not kept in the transaction of somebody else', async () => {
  await expect(database.db.transaction((trx) => keepFile({ ...deps, db: trx }, KEY, text('x'), named()))).rejects.toThrow('transaction of its own');
});

test('every table that names files is asked before one goes', async () => {
  const tables = await database.db('information_schema.columns').where({ tableSchema: 'public', columnName: 'storage_key' }).orderBy('table_name').pluck('table_name') as string[];
  expect(tables.filter((table) => table !== 'pending_files')).toEqual([...NAMING_TABLES]);
});

import fs from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { connect, type Db } from '../../src/platform/db/connect';
import { temporaryDirectory } from '../../src/platform/postgres/directories';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { RunningProcess } from '../support/process';
import { indexOfMany } from './rfc-editor/index-file';

const COUNT = 9_000;
let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = temporaryDirectory();
});
afterAll(async () => {
  await database.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

const start = (file: string) => new RunningProcess('cli', ['import', 'rfcs', '--from', file], { DATABASE_URL: database.url, DATA_DIR: folder });

function fileOf(name: string, text: string): string {
  fs.writeFileSync(`${folder}/${name}`, text);
  return `${folder}/${name}`;
}

/** Which title all RFCs have: the import's whole or nothing. */
async function titles(db: Db): Promise<string[]> {
  const rows = await db('rfcs').groupBy(1).orderBy(1).select(db.raw("split_part(title, ' ', 1) as word"), db.raw('count(*)::integer as count'));
  return rows.map(({ word, count }: { word: string; count: number }) => `${count} ${word}`);
}

/** Somebody is in a transaction that has written. */
async function importing(db: Db): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>('select from pg_stat_activity where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid()');
  return rows.length > 0;
}

test('killed at any moment of its transaction it leaves the old data whole, and the next run finishes', async () => {
  const first = start(fileOf('old.xml', indexOfMany(COUNT)));
  expect(await first.ended).toBe(0);
  const old = [`${COUNT} Title`];
  const newer = fileOf('new.xml', indexOfMany(COUNT).replaceAll('Title of', 'Name of'));

  const watch = connect(database.url);
  let inTheMiddle = 0;
  for (const patience of [0, 40, 120, 250, 400, 600, 900, 1_300]) {
    const killed = start(newer);
    await killed.waitUntil(async () => importing(watch));
    await pause(patience);
    if (await importing(watch)) inTheMiddle += 1;
    killed.signal('SIGKILL');
    await killed.ended;
    const found = await titles(database.db);
    if (found[0] !== old[0]) break; // it was quicker than our patience: all of it is in
    expect(found).toEqual(old);
  }
  expect(inTheMiddle).toBeGreaterThanOrEqual(3);
  await watch.destroy();

  const last = start(newer);
  expect([await last.ended, last.errors]).toEqual([0, '']);
  expect(await titles(database.db)).toEqual([`${COUNT} Name`]);
}, 240_000);

test('of two at once one says that the other is at it', async () => {
  const newest = fileOf('newest.xml', indexOfMany(COUNT).replaceAll('Title of', 'Label of'));
  const both = [start(newest), start(newest)];
  const codes = await Promise.all(both.map(({ ended }) => ended));
  expect(await titles(database.db)).toEqual([`${COUNT} Label`]);
  // the slower one may have started only after the other was done
  expect(codes.filter((code) => code === 0).length).toBeGreaterThanOrEqual(1);
  for (const [index, code] of codes.entries()) {
    if (code !== 0) expect(both[index]!.errors).toContain('running already');
  }
}, 120_000);

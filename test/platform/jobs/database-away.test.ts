import type { Pool } from 'pg';
import { createPool } from '../../../src/platform/db/connect';
import { addJob } from '../../../src/platform/jobs/queue';
import { startRunner, type Runner } from '../../../src/platform/jobs/runner';
import { createLog } from '../../../src/platform/log';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { eventually } from '../../support/eventually';
import { openProxy } from '../../support/tcp-proxy';

let database: TestDatabase;
let proxy: Awaited<ReturnType<typeof openProxy>>;
let pool: Pool;
let runner: Runner;
const done: string[] = [];
/** What nobody heard: in the server it ends the process. */
const unheard: unknown[] = [];
const note = (error: unknown): void => { unheard.push(error); };
const inHand: Record<string, () => void> = {};

beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await openProxy(new URL(database.url));
  pool = createPool(proxy.url);
  process.on('unhandledRejection', note);
  const ended = (name: string) => new Promise<void>((resolve) => { inHand[name] = resolve; });
  runner = await startRunner({
    pool, schedule: [], log: createLog({ level: 'silent', file: null }),
    tasks: {
      succeeds: () => ended('succeeds'), fails: () => ended('fails').then(() => { throw new Error('no database'); }),
      note: () => { done.push('note'); return Promise.resolve(); },
    },
  });
});
afterAll(async () => {
  await runner.stop();
  await pool.end();
  await proxy.cut();
  await database.close();
  process.off('unhandledRejection', note);
});

test('the database goes away while jobs are in hand: nothing falls over, and jobs are done again when it is back', async () => {
  for (const task of ['succeeds', 'fails']) await addJob(database.db, task, {});
  await eventually(() => expect(Object.keys(inHand).sort()).toEqual(['fails', 'succeeds']));
  await proxy.cut();
  for (const end of Object.values(inHand)) end();
  await new Promise((resolve) => { setTimeout(resolve, 300); });
  await proxy.mend();

  await addJob(database.db, 'note', {});
  await eventually(() => expect(done).toEqual(['note']));
  expect(unheard).toEqual([]);
}, 30_000);

import { setTimeout as pause } from 'node:timers/promises';
import { ContentVersions } from '../../../src/cms/sites/content-versions';
import { listenForChanges } from '../../../src/cms/sites/listen';
import { createTestDatabase, type TestDatabase } from '../../support/database';

let database: TestDatabase;
beforeAll(async () => { database = await createTestDatabase(); });
afterAll(() => database.close());

/** Until the key is another, or five seconds are over. */
async function changed(versions: ContentVersions, before: string): Promise<string> {
  for (let waited = 0; waited < 5_000 && versions.key(1) === before; waited += 20) await pause(20);
  return versions.key(1);
}

test('another process\'s change is learnt; what cannot be read, and a lost connection, empty what was kept', async () => {
  const versions = new ContentVersions();
  const listener = listenForChanges(database.url, versions);
  await listener.ready;
  const start = versions.key(1);

  await database.db.raw("select pg_notify('content_version', '1 7 1790000000000')");
  const learnt = await changed(versions, start);
  expect(learnt).toMatch(/\.7$/);

  await database.db.raw("select pg_notify('content_version', 'garbage')");
  const forgotten = await changed(versions, learnt);
  expect(forgotten).not.toBe(learnt);

  await database.db.raw("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'plenary listener'");
  expect(await changed(versions, forgotten)).not.toBe(forgotten);
  await listener.stop();
}, 20_000);

import { setTimeout as pause } from 'node:timers/promises';
import { whilePreparing } from '../../../src/platform/db/advisory-lock';
import { createTestDatabase, type TestDatabase } from '../../support/database';

let database: TestDatabase;
beforeAll(async () => { database = await createTestDatabase(); });
afterAll(() => database.close());

test('of several processes one prepares while the others wait', async () => {
  const events: string[] = [];
  const work = (name: string) => whilePreparing(database.url, async () => {
    events.push(`${name} begins`);
    await pause(50);
    events.push(`${name} ends`);
  });
  await Promise.all([work('a'), work('b'), work('c')]);
  expect(events).toHaveLength(6);
  for (let index = 0; index < 6; index += 2) expect(events[index + 1]).toBe(events[index]!.replace('begins', 'ends'));
});

test('work that fails gives the lock back', async () => {
  await expect(whilePreparing(database.url, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await expect(whilePreparing(database.url, () => Promise.resolve('done'))).resolves.toBe('done');
});

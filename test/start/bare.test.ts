import request from 'supertest';
import { createHandler } from '../../src/app';
import { seed } from '../../src/prepare-database';
import { createTestDatabase } from '../support/database';
import { buildTestDeps } from '../support/test-deps';

test('without the demonstration there is a home page in the frame, and nothing else', async () => {
  const database = await createTestDatabase();
  const deps = await buildTestDeps(database.url, { env: { SEED: 'none' } });
  await seed(deps);
  await deps.sites.load();
  const { text } = await request(createHandler(deps)).get('/').expect(200);
  expect(text).toContain('<h1>A new site</h1>');
  expect(await deps.db('pages').count({ pages: '*' })).toEqual([{ pages: '1' }]);
  await request(createHandler(deps)).get('/about/').expect(404);
  await deps.close();
  await database.close();
});

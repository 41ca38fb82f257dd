import { randomInt } from 'node:crypto';
import { changeAtRandom } from './random-tree';

test('whatever happens to a tree, every address that was ever public answers the page, one redirect to it, or 410', async () => {
  const seed = Number(process.env.PROPERTY_SEED ?? randomInt(1_000_000));
  const counts = await changeAtRandom(seed, { pages: 40, operations: 300, slugs: 8, compareEvery: 10, overHttp: 150 });
  expect(counts.everPublic).toBeGreaterThan(50);
}, 120_000);

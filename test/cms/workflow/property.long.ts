import { randomInt } from 'node:crypto';
import { changeAtRandom } from './random-tree';

test('2,500 random changes of a tree of 500 pages lose no address that was ever public', async () => {
  const seed = Number(process.env.PROPERTY_SEED ?? randomInt(1_000_000));
  const counts = await changeAtRandom(seed, { pages: 500, operations: 2_500, slugs: 40, compareEvery: 50, overHttp: 1_000 });
  expect(counts.everPublic).toBeGreaterThan(1_000);
  expect(counts.redirects).toBeGreaterThan(100);
  expect(counts.gone).toBeGreaterThan(100);
}, 900_000);

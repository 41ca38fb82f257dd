import { changeAtRandom } from './random-tree';
test('scratch', async () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const t = performance.now();
    console.log(seed, await changeAtRandom(seed, { pages: 40, operations: 300, slugs: 8, compareEvery: 10, overHttp: 100 }), Math.round(performance.now() - t));
  }
}, 200_000);

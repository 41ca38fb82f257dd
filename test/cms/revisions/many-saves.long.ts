import { saveManyTimes } from './many-saves';

test.each([1, 2, 3])('two people, a thousand saves, many at the same moment (%i): no word is lost, and none is overwritten unseen', async (seed) => {
  const { problems, acknowledged } = await saveManyTimes(1_000, seed);
  expect(problems).toEqual([]);
  expect(acknowledged).toBeGreaterThan(500);
}, 600_000);

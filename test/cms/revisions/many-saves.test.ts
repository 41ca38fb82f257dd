import { saveManyTimes } from './many-saves';

test('two people, two hundred saves, many at the same moment: no word is lost, and none is overwritten unseen', async () => {
  const { problems, acknowledged, merged, clashes } = await saveManyTimes(200, 7);
  expect(problems).toEqual([]);
  expect([acknowledged > 100, merged > 20, clashes > 10]).toEqual([true, true, true]);
}, 120_000);

import { killWhileSaving } from './kills';

test('a server killed fifty times while somebody saves and publishes through it loses nothing acknowledged and leaves nothing half done', async () => {
  const { problems, saved, published } = await killWhileSaving(50);
  expect(problems).toEqual([]);
  expect([saved >= 50, published >= 25]).toEqual([true, true]);
}, 900_000);

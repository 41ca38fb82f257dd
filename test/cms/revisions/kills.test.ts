import { killWhileSaving } from './kills';

test('a server killed five times while somebody saves and publishes through it loses nothing acknowledged and leaves nothing half done', async () => {
  const { problems, saved, published } = await killWhileSaving(5);
  expect(problems).toEqual([]);
  expect([saved >= 5, published >= 2]).toEqual([true, true]);
}, 180_000);

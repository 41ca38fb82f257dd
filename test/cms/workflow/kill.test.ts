import { killWhilePublishing } from './kills';

test('kill -9 in the middle of publishing leaves nothing half done and loses nothing acknowledged', async () => {
  const { problems, published } = await killWhilePublishing(5);
  expect(published).toBeGreaterThanOrEqual(5);
  expect(problems).toEqual([]);
}, 60_000);

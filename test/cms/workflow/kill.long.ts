import { killWhilePublishing } from './kills';

test('kill -9 two hundred times in the middle of publishing leaves nothing half done and loses nothing acknowledged', async () => {
  const { problems, published } = await killWhilePublishing(200);
  expect(published).toBeGreaterThanOrEqual(200);
  expect(problems).toEqual([]);
}, 900_000);

import { setTimeout as pause } from 'node:timers/promises';
import { twoAtATime } from '../../../src/cms/media/two-at-a-time';

test('no more than two run at once, all run, and a failure gives its turn back', async () => {
  let running = 0;
  let most = 0;
  const work = (number: number) => twoAtATime(async () => {
    running += 1;
    most = Math.max(most, running);
    await pause(5);
    running -= 1;
    if (number % 3 === 0) throw new Error('broken');
    return number;
  });

  const results = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7, 8].map(work));

  expect(most).toBe(2);
  expect(results.map(({ status }) => status === 'fulfilled')).toEqual([true, true, false, true, true, false, true, true]);
});

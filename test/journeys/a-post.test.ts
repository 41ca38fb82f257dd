import { keyboard } from './hands';
import { closeJourney, goThroughLifeOfPost, openJourney } from './post-journey';

beforeAll(openJourney, 120_000);
afterAll(closeJourney);

test('a post is written, shared, scheduled, renamed, compared, restored, thrown away and brought back with the keyboard alone', async () => {
  expect(await goThroughLifeOfPost(keyboard, 'journey-of-keyboard')).toEqual([]);
}, 240_000);

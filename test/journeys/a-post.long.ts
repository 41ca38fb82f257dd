import { mouse } from './hands';
import { closeJourney, goThroughLifeOfPost, openJourney } from './post-journey';

beforeAll(openJourney, 120_000);
afterAll(closeJourney);

test('a post is written, shared, scheduled, renamed, compared, restored, thrown away and brought back with the mouse', async () => {
  expect(await goThroughLifeOfPost(mouse, 'journey-of-mouse')).toEqual([]);
}, 240_000);

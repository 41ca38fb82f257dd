import request from 'supertest';
import * as media from '../../../src/cms/media/queries';
import { warmImagesTask } from '../../../src/cms/media/warm';
import { openLibrary, plain, type Library } from './library';

let library: Library;
let changes = 0;
beforeAll(async () => { library = await openLibrary(); });
afterAll(() => library.close());
beforeEach(() => { changes = 0; });

const warm = (payload: unknown) => warmImagesTask({ ...library.deps, onMade: () => { changes += 1; return Promise.resolve(); } })(payload);
const filesOf = async ({ id, hash }: media.ImageRow) => (await media.listRenditions(library.deps.db, id, hash)).map(({ spec, format }) => `${spec}.${format}`);

test('every width of what was shown is made, and the content version changes once', async () => {
  const images = [await library.add({ bytes: await plain(900, 600) }), await library.add({ bytes: await plain(900, 600, '#00ff00') })];
  for (const { id, hash } of images) await request(library.app).get(`/media/${id}/${hash}/card-400.webp`).expect(200);

  await warm({ imageIds: images.map(({ id }) => id) });

  const expected = ['card-240.avif', 'card-240.webp', 'card-400.avif', 'card-400.webp', 'card-800.avif', 'card-800.webp', 'card-900.avif', 'card-900.webp'];
  for (const image of images) expect(await filesOf(image)).toEqual(expected);
  expect(changes).toBe(1);
});

test('a picture that nobody has seen gets what pages usually name', async () => {
  const image = await library.add({ bytes: await plain(300, 200) });
  await warm({ imageId: image.id });
  expect(await filesOf(image)).toEqual(['body-300.avif', 'body-300.webp', 'card-240.avif', 'card-240.webp', 'card-300.avif', 'card-300.webp', 'wide-300.avif', 'wide-300.webp']);
});

test('doing it again makes nothing and changes nothing', async () => {
  const image = await library.add({ bytes: await plain(200, 100) });
  await warm({ imageId: image.id });
  changes = 0;
  await warm({ imageId: image.id });
  expect(changes).toBe(0);
});

test('images that are gone, and pages without images, are no error', async () => {
  await warm({ imageIds: [2_000_000_000] });
  await warm({ pageId: 2_000_000_000 });
  expect(changes).toBe(0);
});

test('one damaged original does not keep the others from being made', async () => {
  const damaged = await library.add({ bytes: await plain(210, 100) });
  const sound = await library.add({ bytes: await plain(220, 100) });
  await library.deps.files.put(damaged.storageKey, Buffer.from('nothing'));

  await warm({ imageIds: [damaged.id, sound.id] });

  expect((await filesOf(sound)).length).toBeGreaterThan(0);
  expect(changes).toBe(1);
});
